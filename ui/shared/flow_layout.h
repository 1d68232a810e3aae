// A layout that sets its widgets in lines like words, so that a narrow dock wraps its controls instead of growing.
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace perceptarium::ui {

class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr) : QLayout(parent) {}
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { items_.push_back(item); }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Places the widgets (unless only measuring) and returns the height that they need.
    int arrange(const QRect& rect, bool measureOnly) const;
    std::vector<QLayoutItem*> items_;
};

}  // namespace perceptarium::ui
