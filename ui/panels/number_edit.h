// NumberEdit: a number field for settings: arithmetic, steps that suit the size of the value, ×2 and ÷2 with Ctrl, a wheel
// that only turns when the field has the focus.
#pragma once

#include <QDoubleSpinBox>

namespace perceptarium::ui {

class NumberEdit : public QDoubleSpinBox {
    Q_OBJECT
public:
    NumberEdit(bool whole, double minimum, double maximum, QWidget* parent = nullptr);

    /// Shows the value unless it is what is being typed already.
    void display(double value);
    /// As narrow as so many digits need; otherwise there is room for sums, too.
    void makeNarrow(int digits);
    /// Why the text is not a value in range; empty when it is.
    QString problem() const;

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString& text) const override;
    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Step { One, Ten, Double };
    void step(int direction, Step step);
    double stepSize(double value) const;
    bool whole_;
    int least_ = 7, usual_ = 10;  ///< digits that there is room for
    int frame_ = 40;              ///< pixels for arrows and edges
};

}  // namespace perceptarium::ui
