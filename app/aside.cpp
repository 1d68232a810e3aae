#include "app/aside.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QKeyEvent>
#include <QWidget>
#include <exception>
#include <stop_token>
#include <thread>

#include "base/work_scope.h"
#include "ui/tasks.h"

namespace perceptarium::app {
namespace {

int going = 0;  // of the GUI thread

/// Keeps input from all widgets but those that work aside.
class Shield : public QObject {
public:
    explicit Shield(std::function<void()> cancel) : cancel_(std::move(cancel)) { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject* receiver, QEvent* event) override {
        switch (event->type()) {
            case QEvent::KeyPress:
                if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) cancel_();
                break;
            case QEvent::MouseButtonPress:
            case QEvent::MouseButtonRelease:
            case QEvent::MouseButtonDblClick:
            case QEvent::KeyRelease:
            case QEvent::Shortcut:
            case QEvent::ShortcutOverride:
            case QEvent::Wheel:
            case QEvent::ContextMenu:
            case QEvent::DragEnter:
            case QEvent::Drop:
            case QEvent::Close: break;
            default: return false;
        }
        if (receiver->isWindowType() && event->type() != QEvent::Close) return false;  // on its way to a widget
        const auto* widget = qobject_cast<QWidget*>(receiver);
        if (widget && widget->property(kWorksAside).toBool()) return false;
        if (event->type() == QEvent::Close) event->ignore();
        return true;
    }

private:
    std::function<void()> cancel_;
};

}  // namespace

void doAside(ui::Tasks& tasks, const QString& what, const std::function<void()>& work) {
    std::stop_source stop;
    const auto task = tasks.begin(what, [&stop] { stop.request_stop(); });
    const Shield shield([&stop] { stop.request_stop(); });
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&task](double fraction, std::string_view) { task->done = fraction; };

    QEventLoop loop;
    std::exception_ptr failure;
    ++going;
    std::jthread thread([&] {
        try {
            const WorkScope scope(progress);
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
    --going;
    if (failure) std::rethrow_exception(failure);
}

bool isDoingAside() { return going > 0; }

}  // namespace perceptarium::app
