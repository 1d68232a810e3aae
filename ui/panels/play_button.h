// The one button that everything waits for: plays or pauses, lit when it would work.
#pragma once

#include <QAbstractButton>

class QAction;

namespace perceptarium::ui {

/// Shows and triggers the action; the action's data() says whether a press pauses (true) or plays (false).
class PlayButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit PlayButton(QAction* action, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QAction* action_;
};

}  // namespace perceptarium::ui
