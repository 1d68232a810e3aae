// Lesson panel: what the project says about itself, as text beside the drawing, and the course section by section. Who makes
// a lesson writes it here too.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace perceptarium::ui {

class LessonPanel : public QWidget {
    Q_OBJECT
public:
    explicit LessonPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// The page of the course with that number ("8.2"); a number that no page has changes nothing.
    void showSection(const QString& number);
    /// Back to the project's own text.
    void showProject() { showPage({}); }
    /// What is shown; empty: the project's own text.
    QString section() const { return section_; }

signals:
    /// A link to a ready project was followed. The page stays while it is opened.
    void readyRequested(const QString& id);
    /// A link to a layer was followed, and the drawing has one: it is selected.
    void nodeRequested(perceptarium::network::NodeId node);
    /// A link to a layer was followed that the drawing does not have.
    void layerRequested(const QString& layer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillContents();
    void refresh();
    void showPage(const QString& number);
    void follow(const QUrl& link);
    network::NodeId nodeOf(const std::string& layer) const;
    void write(bool on);
    void keep();

    Workbench& workbench_;
    QString section_;
    bool following_ = false;  // a link of the page opens another project
    QComboBox* contents_;
    QLabel* title_;
    QTextBrowser* page_;
    QPlainTextEdit* editor_;
    QStackedWidget* pages_;
    QToolButton *back_, *write_;
};

}  // namespace perceptarium::ui
