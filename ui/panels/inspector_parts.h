// The pieces that the inspector's pages are made of: headings, wrapped text, findings, small tables of facts.
#pragma once

#include <QFrame>
#include <QLabel>
#include <vector>

#include "network/infer_shapes.h"

class QScrollArea;
class QVBoxLayout;
class QGridLayout;

namespace perceptarium::ui {

/// A heading over a part of a page, in small capitals' place: strong, secondary.
QLabel* headingLabel(const QString& text);
/// Wrapping, selectable text.
QLabel* textLabel(bool secondary = false);

/// Makes the area a page that scrolls up and down; gives the column that its parts are put in.
QVBoxLayout* pageLayout(QScrollArea& area);

/// What is wrong or worth knowing, each in a box of its colour.
class FindingsBox : public QWidget {
    Q_OBJECT
public:
    explicit FindingsBox(QWidget* parent = nullptr);
    /// `withNodes`: each is a link to its node.
    void setFindings(const std::vector<const network::Finding*>& findings, const network::Graph* withNodes = nullptr);

signals:
    void nodeChosen(perceptarium::network::NodeId node);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    std::vector<network::Finding> findings_;
    std::vector<QString> names_;
    QVBoxLayout* layout_;
};

/// A bar in a category's colour beside a title.
class TitleBar : public QWidget {
    Q_OBJECT
public:
    explicit TitleBar(QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& aside, int category);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel *title_, *aside_;
    int category_ = -1;
};

}  // namespace perceptarium::ui
