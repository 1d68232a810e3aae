#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace perceptarium::ui {
namespace {

// https://flatpak.github.io/xdg-desktop-portal: org.freedesktop.appearance, color-scheme: 1 dark, 2 light, 0 no wish.
const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

}  // namespace

SystemAppearance& SystemAppearance::instance() {
    static SystemAppearance& instance = *new SystemAppearance;  // outlives the application, whose bus it listens to
    return instance;
}

SystemAppearance::SystemAppearance() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kGroup << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) take(reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemAppearance::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == kGroup && key == kKey) take(value.variant());
}

void SystemAppearance::take(QVariant value) {
    if (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();  // older portals wrap twice
    bool good = false;
    const uint wish = value.toUInt(&good);
    const std::optional<bool> dark = !good || wish == 0 ? std::nullopt : std::optional<bool>(wish == 1);
    if (dark == dark_) return;
    dark_ = dark;
    emit changed();
}

}  // namespace perceptarium::ui
