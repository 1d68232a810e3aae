#include "layers/export_writing.h"

#include <algorithm>
#include <vector>

namespace perceptarium::layers {

Status writeElementwise(ExportWriter& writer, const std::string& operation, const ExportAttributes& attributes) {
    const ExportValue in = writer.input();
    writer.output(writer.node(operation, {in.name}, attributes), in.layout, in.flattenedFrom);
    return {};
}

std::string channelsBeforeSteps(ExportWriter& writer, const std::string& value) {
    return writer.node("Transpose", {value}, {{{"perm", std::vector<std::int64_t>{0, 2, 1}}}});
}

std::string withNumber(ExportWriter& writer, const std::string& operation, const std::string& value,
                       const std::string& hint, double number) {
    return writer.node(operation, {value, writer.constant(hint, Tensor::full({}, number))});
}

Tensor transposed(const Tensor& tensor, std::initializer_list<int> axes) {
    const int rank = tensor.shape().rank();
    CHECK(static_cast<int>(axes.size()) == rank, "transposing with another number of axes");
    std::vector<std::int64_t> strides(static_cast<std::size_t>(rank), 1);
    for (int axis = rank - 2; axis >= 0; --axis)
        strides[static_cast<std::size_t>(axis)] = strides[static_cast<std::size_t>(axis) + 1] * tensor.shape()[axis + 1];
    std::vector<std::int64_t> extents, steps;
    for (const int axis : axes) {
        extents.push_back(tensor.shape()[axis]);
        steps.push_back(strides[static_cast<std::size_t>(axis)]);
    }
    Tensor result = Tensor::empty(Shape(extents));
    const float* from = tensor.data<float>();
    std::vector<std::int64_t> index(extents.size());
    for (float& value : result.values<float>()) {
        std::int64_t at = 0;
        for (std::size_t axis = 0; axis < index.size(); ++axis) at += index[axis] * steps[axis];
        value = from[at];
        for (std::size_t axis = index.size(); axis-- > 0;) {
            if (++index[axis] < extents[axis]) break;
            index[axis] = 0;
        }
    }
    return result;
}

Tensor rowsInExportOrder(const Tensor& rows, const ExportValue& value) {
    if (value.layout != ExportLayout::ChannelsFirstFlat) return rows;
    const std::int64_t pixels = value.flattenedFrom[0] * value.flattenedFrom[1], channels = value.flattenedFrom[2];
    const std::int64_t width = rows.elements() / rows.shape()[0];
    CHECK(rows.shape()[0] == pixels * channels, "rows do not fit the flattened picture");
    Tensor result = Tensor::empty(rows.shape());
    for (std::int64_t c = 0; c < channels; ++c)
        for (std::int64_t p = 0; p < pixels; ++p)
            std::copy_n(rows.data<float>() + (p * channels + c) * width, width,
                        result.data<float>() + (c * pixels + p) * width);
    return result;
}

}  // namespace perceptarium::layers
