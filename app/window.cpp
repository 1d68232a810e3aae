#include "app/window.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>
#include <cstdio>

#include "app/files.h"
#include "app/main_window.h"
#include "app/screenshot.h"
#include "project/project.h"
#include "ui/languages.h"
#include "ui/panels/wording.h"
#include "ui/preferences.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

/// An exception that leaves a slot ends the program; this one says what it was, and the journal keeps the drawing.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception& exception) {
            const QString text = QApplication::translate("Window", "An error in the program itself, please report it: %1")
                                     .arg(QString::fromUtf8(exception.what()));
            std::fprintf(stderr, "perceptarium: %s\n", qPrintable(text));
            if (workbench) workbench->problem(text);
            return false;
        }
    }
    ui::Workbench* workbench = nullptr;
};

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

QString firstProject() {
    const auto& ready = project::readyProjects();
    return ready.empty() ? QString() : ui::qt(ready.front().id);
}

}  // namespace

int runWindow(int argc, char** argv, const std::string& project, const std::string& screenshot) {
    if (!hasDisplay()) {
        if (screenshot.empty()) {
            std::fprintf(stderr, "perceptarium: no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); without a window: "
                                 "perceptarium train %s\n", project.empty() ? qPrintable(firstProject()) : project.c_str());
            return 1;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    Application application(argc, argv);
    QApplication::setApplicationName("perceptarium");
    QApplication::setOrganizationName("perceptarium");
    QApplication::setApplicationDisplayName("Perceptarium");
    QApplication::setApplicationVersion(PERCEPTARIUM_VERSION);
    QGuiApplication::setDesktopFileName("org.perceptarium.Perceptarium");
    QApplication::setWindowIcon(QIcon(":/perceptarium.svg"));

    ui::Preferences::instance().carryOver();
    ui::useLanguage(ui::Preferences::instance().choice(ui::settings::kLanguage));

    MainWindow window;
    application.workbench = &window.workbench();
    const QString startWith = ui::Preferences::instance().choice(ui::settings::kStartWith);
    const QStringList recent = window.files().recent();
    const bool last = project.empty() && screenshot.empty() && startWith == "last" && !recent.isEmpty();
    const QString first = !project.empty() ? ui::qt(project) : last ? recent.front() : firstProject();
    const Status opened = window.workbench().open(first);
    if (!screenshot.empty()) {
        Status taken = opened;
        if (taken) {
            window.show();
            taken = takeScreenshot(window, ui::qt(screenshot));
        }
        if (!taken) std::fprintf(stderr, "perceptarium: %s\n", taken.error().message().c_str());
        return taken ? 0 : 1;
    }
    window.restoreLayout();
    window.show();
    if (!opened) {
        const QString why = ui::qt(opened.error().message());
        if (const Status fallback = window.workbench().open(firstProject()); !fallback) window.workbench().newProject();
        window.showStartPage(true);
        window.workbench().problem(why);
        QTimer::singleShot(0, &window, [&window, why] { QMessageBox::warning(&window, MainWindow::tr("That did not open"), why); });
    }
    if (project.empty() && startWith == "page") window.showStartPage(true);
    window.watchForCrashes();
    return QApplication::exec();
}

}  // namespace perceptarium::app
