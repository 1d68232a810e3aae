// PaperView: a row of controls above one paper that is painted; what most views are. While there is nothing to see, the
// paper says what will be there and why it is not there yet.
#pragma once

#include "ui/views/view.h"
#include "ui/views/view_parts.h"

class QScrollArea;
class QVBoxLayout;

namespace perceptarium::ui {

/// Is the paper as large as the view, or larger and seen in parts?
enum class PaperSize { OfTheView, OfItsContent };

class PaperView : public View {
protected:
    /// `paperName` is for screen readers: what it is, and what keys do there.
    PaperView(Workbench& workbench, const QString& title, const QString& paperName, QWidget* parent,
              PaperSize size = PaperSize::OfTheView);

    ControlRow* controls() const { return controls_; }
    Paper* paper() const { return paper_; }
    /// Controls above, the paper below.
    QVBoxLayout* column() const { return column_; }

    virtual void paint(QPainter& painter, const QRectF& area) = 0;
    /// What the mouse rests on, in words; empty: nothing to tell.
    virtual QString tip(QPointF) const { return {}; }

    // Only where the paper has the size of its content:
    /// What is seen of it at once.
    QSize room() const;
    virtual void roomChanged() {}

    /// Instead of a picture: what will be seen here, and why the network cannot show it now; `how` when nothing hinders
    /// it.
    void paintNothing(QPainter& painter, const QRectF& area, const QString& icon, const QString& what,
                      const QString& how) const;

    QWidget* picture() override { return paper_; }
    void trainerReplaced() override { paper_->update(); }
    void themeChanged() override { paper_->update(); }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* column_;
    ControlRow* controls_;
    Paper* paper_;
    QScrollArea* scroll_ = nullptr;
};

/// For ViewSpec::make.
template <class Made>
View* makeView(Workbench& workbench, QWidget* parent) {
    return new Made(workbench, parent);
}

/// The font of axes and legends: a little smaller than that of the window.
QFont smallFont(const QFont& font);

/// Which colour is which class, in the upper right of a plot; nothing where there is no room for all of them.
void paintClassLegend(QPainter& painter, const QRectF& plot, const data::DatasetInfo& info);

}  // namespace perceptarium::ui
