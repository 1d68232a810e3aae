// Start page: the ready projects as cards with a small drawing of their network, recent files, and going on where one stopped.
#pragma once

#include <QStringList>
#include <QWidget>

namespace perceptarium::ui {

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);

signals:
    /// A file or the name of a ready project.
    void openRequested(const QString& pathOrName);
    void browseRequested();
    void newRequested();
    void closed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrangeCards();
    QWidget *cards_, *recent_;
    QList<QWidget*> projectCards_;
    int columns_ = 0;
};

}  // namespace perceptarium::ui
