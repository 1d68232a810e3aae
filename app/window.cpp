#include "app/window.h"

#include <QApplication>
#include <QMainWindow>

namespace perceptarium::app {

int runWindow(int argc, char** argv, const std::string& project) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(QString::fromStdString(project));
    window.show();
    return QApplication::exec();
}

}  // namespace perceptarium::app
