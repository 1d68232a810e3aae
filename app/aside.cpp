#include "app/aside.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>
#include <exception>
#include <thread>

namespace perceptarium::app {
namespace {

constexpr int kGlance = 300;  // ms: what is done sooner needs no words

}  // namespace

void doAside(QWidget* window, const QString& what, const std::function<void()>& work) {
    QProgressDialog note(what + QStringLiteral("…"), QString(), 0, 0, window);
    note.setWindowTitle(what);
    note.setAccessibleName(what);
    note.setWindowModality(Qt::ApplicationModal);
    note.reset();  // it shows itself after its own idea of a glance otherwise
    note.setAutoReset(false);
    QTimer::singleShot(kGlance, &note, &QWidget::show);

    QEventLoop loop;
    std::exception_ptr failure;
    std::jthread thread([&] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    thread.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace perceptarium::app
