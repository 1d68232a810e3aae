#include "ui/panels/example_table.h"

#include <QColor>
#include <algorithm>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kMostColumns = 512;

}  // namespace

ExampleTable::ExampleTable(ExampleReader& reader, QObject* parent) : QAbstractTableModel(parent), reader_(reader) {
    connect(&reader_, &ExampleReader::arrived, this, [this] {
        const int last = std::min(last_, rowCount() - 1);
        if (first_ <= last && columnCount() > 0) emit dataChanged(index(first_, 0), index(last, columnCount() - 1));
    });
}

void ExampleTable::setExamples(std::vector<std::int64_t> examples) {
    beginResetModel();
    examples_ = std::move(examples);
    first_ = 0;
    last_ = -1;
    endResetModel();
}

void ExampleTable::setVisibleRows(int first, int last) {
    first_ = std::clamp(first, 0, std::max(0, rowCount() - 1));
    last_ = std::clamp(last, -1, rowCount() - 1);
    if (first_ > last_) return;
    reader_.want({examples_.begin() + first_, examples_.begin() + last_ + 1});
}

bool ExampleTable::isText() const {
    return reader_.dataset() && reader_.dataset()->info().form == data::InputForm::Text;
}

int ExampleTable::targetColumns() const {
    const data::DatasetInfo& info = reader_.dataset()->info();
    return info.target == data::TargetKind::Class ? 1 : static_cast<int>(std::max<std::size_t>(1, info.targets.size()));
}

int ExampleTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !reader_.dataset() ? 0 : static_cast<int>(examples_.size());
}

int ExampleTable::columnCount(const QModelIndex& parent) const {
    if (parent.isValid() || !reader_.dataset()) return 0;
    const std::int64_t features = isText() ? 1 : reader_.dataset()->info().input.shape.elements();
    return targetColumns() + static_cast<int>(std::min<std::int64_t>(features, kMostColumns));
}

QVariant ExampleTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !reader_.dataset()) return {};
    const data::DatasetInfo& info = reader_.dataset()->info();
    const int targets = targetColumns();
    const bool isTarget = index.column() < targets;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isText() || (isTarget && info.target == data::TargetKind::Class) ? Qt::AlignLeft
                                                                                                         : Qt::AlignRight));
    const Example* example = reader_.find(examples_[static_cast<std::size_t>(index.row())]);
    if (!example) return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    const bool hasClass = example->label >= 0 && example->label < static_cast<int>(info.classes.size());
    if (role == Qt::DecorationRole && isTarget && hasClass) return classColour(example->label);
    if (role == Qt::ToolTipRole) return example->caption;
    if (role != Qt::DisplayRole) return {};
    if (isTarget) {
        if (info.target == data::TargetKind::Class)
            return hasClass ? qt(info.classes[static_cast<std::size_t>(example->label)]) : QString();
        const auto k = static_cast<std::size_t>(index.column());
        return k < example->target.size() ? numberText(static_cast<double>(example->target[k])) : QString();
    }
    if (isText()) return example->caption;
    const auto feature = static_cast<std::size_t>(index.column() - targets);
    return feature < example->values.size() ? numberText(static_cast<double>(example->values[feature])) : QString();
}

QVariant ExampleTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!reader_.dataset() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const data::DatasetInfo& info = reader_.dataset()->info();
    if (orientation == Qt::Vertical)
        return section < static_cast<int>(examples_.size()) ? countText(examples_[static_cast<std::size_t>(section)]) : QString();
    const int targets = targetColumns();
    if (section < targets) {
        if (info.target == data::TargetKind::Class) return tr("Class");
        return section < static_cast<int>(info.targets.size()) ? qt(info.targets[static_cast<std::size_t>(section)]) : tr("Target");
    }
    if (isText()) return tr("Text");
    const auto feature = static_cast<std::size_t>(section - targets);
    if (feature < info.features.size()) return qt(info.features[feature]);
    return QStringLiteral("x%1").arg(feature + 1);
}

}  // namespace perceptarium::ui
