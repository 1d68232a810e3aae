// Whether the desktop wants dark windows, asked of its settings portal, which also tells when that changes.
#pragma once

#include <QObject>
#include <QDBusVariant>
#include <optional>

namespace perceptarium::ui {

class SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// The only one; asks the portal when it is first used, and never waits for the answer.
    static SystemAppearance& instance();
    /// What the portal said last; nothing where there is no portal, or no wish.
    std::optional<bool> dark() const { return dark_; }

signals:
    void changed();

private slots:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    SystemAppearance();
    void take(QVariant value);
    std::optional<bool> dark_;
};

}  // namespace perceptarium::ui
