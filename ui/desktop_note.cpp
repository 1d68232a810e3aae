#include "ui/desktop_note.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace perceptarium::ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications"), kPath = QStringLiteral("/org/freedesktop/Notifications");

}  // namespace

DesktopNote::DesktopNote(QObject* parent, QDBusConnection bus) : QObject(parent), bus_(std::move(bus)) {
    bus_.connect(QString(), kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
}

void DesktopNote::show(const QString& title, const QString& text) {
    if (!bus_.isConnected()) return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    call << QGuiApplication::applicationDisplayName() << id_ << QStringLiteral("perceptarium") << title << text
         << QStringList{QStringLiteral("default"), tr("Show")} << hints << -1;
    auto* watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        if (const QDBusPendingReply<uint> reply = *watcher; reply.isValid()) id_ = reply.value();
        watcher->deleteLater();
    });
}

void DesktopNote::actionInvoked(uint id, const QString& action) {
    if (id == id_ && action == QLatin1String("default")) emit clicked();
}

}  // namespace perceptarium::ui
