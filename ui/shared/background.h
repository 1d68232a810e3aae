// Short work off the window's thread whose result comes back to it: reading a record, a picture.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <memory>

namespace perceptarium::ui {

/// Runs work() on the thread pool, then then(result) on the window's thread, unless `receiver` is gone by then.
/// work() must not touch the receiver.
template <class Work, class Then>
void inBackground(QObject* receiver, Work work, Then then) {
    QPointer<QObject> alive(receiver);
    QThreadPool::globalInstance()->start([alive, work = std::move(work), then = std::move(then)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        if (QCoreApplication* application = QCoreApplication::instance())
            QMetaObject::invokeMethod(
                application,
                [alive, result, then = std::move(then)]() mutable {
                    if (alive) then(std::move(*result));
                },
                Qt::QueuedConnection);
    });
}

}  // namespace perceptarium::ui
