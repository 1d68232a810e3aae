#include "ui/panels/pair_setting.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <cmath>

#include "ui/panels/number_edit.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kDigits = 3;  // two of them must fit where other rows have one

/// Is seen only where there is room for all of it, and asks for none: the tooltips have the unit, too.
class UnitLabel : public QLabel {
public:
    explicit UnitLabel(const QString& unit) : QLabel(unit) {
        setContentsMargins(4, 0, 0, 0);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        if (width() >= sizeHint().width()) QLabel::paintEvent(event);
    }
};

std::int64_t numberOf(const NumberEdit& edit) { return std::llround(edit.value()); }

}  // namespace

PairSetting::PairSetting(const SettingSpec& declared, QWidget* parent)
    : SettingWidget(declared, parent), rows_(makeNumber(rowsOf(declared))), columns_(makeNumber(columnsOf(declared))),
      chain_(new QToolButton) {
    makeChain();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(rows_);
    row->addWidget(new QLabel(QStringLiteral("×")));
    row->addWidget(columns_);
    row->addWidget(chain_);
    row->addWidget(new UnitLabel(engineText(declared.unit)), 1);
    adopt(rows_, tr("%1, rows").arg(settingTitle(declared)));
    adopt(columns_, tr("%1, columns").arg(settingTitle(declared)));
    columns_->setObjectName(rows_->objectName() + QStringLiteral("-columns"));
    setFocusProxy(rows_);
    link(true);
    setValue(declared.standard);
    connect(rows_, &QDoubleSpinBox::valueChanged, this, [this] { take(rows_, columns_); });
    connect(columns_, &QDoubleSpinBox::valueChanged, this, [this] { take(columns_, rows_); });
}

NumberEdit* PairSetting::makeNumber(const SettingSpec& side) {
    auto* number = new NumberEdit(true, side.minimum, side.maximum);
    number->makeNarrow(kDigits);
    connect(number, &QAbstractSpinBox::editingFinished, this, &SettingWidget::finished);
    connect(number->findChild<QLineEdit*>(), &QLineEdit::textChanged, this, &SettingWidget::problemChanged);
    return number;
}

void PairSetting::makeChain() {
    chain_->setCheckable(true);
    chain_->setAutoRaise(true);
    chain_->setIconSize({14, 14});
    chain_->setFixedWidth(22);
    chain_->setFocusPolicy(Qt::TabFocus);
    chain_->setObjectName(QStringLiteral("chain-") + QString::fromStdString(spec().name));
    chain_->setAccessibleName(tr("%1: rows and columns are the same").arg(settingTitle(spec())));
    connect(chain_, &QToolButton::clicked, this, [this](bool on) {
        link(on);
        if (!on || numberOf(*rows_) == numberOf(*columns_)) return;
        take(rows_, columns_);
        emit finished();
    });
}

void PairSetting::take(NumberEdit* from, NumberEdit* other) {
    if (linked()) {
        const QSignalBlocker quiet(other);
        other->display(from->value());
    }
    emit changed(value());
}

bool PairSetting::linked() const { return chain_->isChecked(); }

void PairSetting::link(bool on) {
    chain_->setChecked(on);
    chain_->setIcon(icon(on ? QStringLiteral("link") : QStringLiteral("unlink")));
    chain_->setToolTip(on ? tr("<b>Rows and columns are the same</b><br>A change of one changes both: the window is a square. Open the chain for one "
                               "that is wider than high, or higher than wide.")
                          : tr("<b>Rows and columns are free</b><br>Wide windows see along a row, high ones along a column. Close the chain to make "
                               "the columns as the rows are, and keep them so."));
}

SettingValue PairSetting::value() const { return pairValue({numberOf(*rows_), numberOf(*columns_)}); }

void PairSetting::setValue(const SettingValue& now) {
    const auto pair = pairOf(now);
    if (!pair) return;
    if (value() != pairValue(*pair) || !pair->same()) link(pair->same());
    const QSignalBlocker quietRows(rows_), quietColumns(columns_);
    rows_->display(static_cast<double>(pair->rows));
    columns_->display(static_cast<double>(pair->columns));
}

QString PairSetting::problem() const {
    const QString rows = rows_->problem(), columns = columns_->problem();
    if (linked() || (rows.isEmpty() && columns.isEmpty())) return rows.isEmpty() ? columns : rows;
    return rows.isEmpty() ? tr("Columns: %1").arg(columns) : tr("Rows: %1").arg(rows);
}

QWidget* PairSetting::editor() const { return rows_; }

void PairSetting::describe(const QString& text) {
    rows_->setAccessibleDescription(text);
    columns_->setAccessibleDescription(text);
}

}  // namespace perceptarium::ui
