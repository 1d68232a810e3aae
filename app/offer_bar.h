// OfferBar: a quiet question above the drawing that can be answered at any time, or never: nothing waits for it.
#pragma once

#include <QFrame>
#include <deque>
#include <functional>

class QLabel;
class QPushButton;

namespace perceptarium::app {

struct Offer {
    QString text;
    QString yes, no;  ///< words on the buttons
    std::function<void()> accept, decline;
};

class OfferBar : public QFrame {
    Q_OBJECT
public:
    explicit OfferBar(QWidget* parent = nullptr);
    /// Shown after the ones before it are answered.
    void add(Offer offer);
    bool isEmpty() const { return offers_.empty(); }
    const QPushButton& yes() const { return *yes_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void answer(bool yes);
    void showFirst();
    std::deque<Offer> offers_;
    QLabel* text_;
    QPushButton *yes_, *no_;
};

}  // namespace perceptarium::app
