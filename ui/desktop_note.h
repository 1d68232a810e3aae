// A note of the desktop (org.freedesktop.Notifications), for who works in another window.
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace perceptarium::ui {

class DesktopNote : public QObject {
    Q_OBJECT
public:
    explicit DesktopNote(QObject* parent = nullptr, QDBusConnection bus = QDBusConnection::sessionBus());
    /// Returns at once. Without a bus, or a desktop that shows notes, nothing happens. A new note takes the place of the one
    /// before.
    void show(const QString& title, const QString& text);

signals:
    /// The user clicked the note.
    void clicked();

private slots:
    void actionInvoked(uint id, const QString& action);

private:
    QDBusConnection bus_;
    uint id_ = 0;
};

}  // namespace perceptarium::ui
