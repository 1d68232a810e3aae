// What is said of an example: its class or its numbers, and where it comes from.
#pragma once

#include <QString>
#include <span>

#include "ui/workbench.h"

namespace perceptarium::ui {

/// Its class, or its numbers; empty when it has none.
QString targetText(const data::DatasetInfo& info, std::span<const std::int32_t> labels, std::int64_t example);
/// The caption that the data set gives to an example: a file name, a sentence, a row. Empty without data.
QString captionOf(const Workbench& workbench, std::int64_t example);
/// The name of a class, or its number when it has no name.
QString className(const data::DatasetInfo& info, std::int64_t label);

}  // namespace perceptarium::ui
