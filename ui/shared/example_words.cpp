#include "ui/shared/example_words.h"

namespace perceptarium::ui {

QString className(const data::DatasetInfo& info, std::int64_t label) {
    const auto index = static_cast<std::size_t>(label);
    return label >= 0 && index < info.classes.size() ? QString::fromStdString(info.classes[index])
                                                     : QString::number(label);
}

QString targetText(const data::DatasetInfo& info, std::span<const std::int32_t> labels, std::int64_t example) {
    const auto index = static_cast<std::size_t>(example);
    return example >= 0 && index < labels.size() ? className(info, labels[index]) : QString();
}

QString captionOf(const Workbench& workbench, std::int64_t example) {
    const data::PreparedPtr data = workbench.data();
    if (!data || example < 0 || example >= data->dataset->info().size) return {};
    return QString::fromStdString(data->dataset->caption(example));
}

}  // namespace perceptarium::ui
