// Variable: a tensor that remembers how it was computed, so that backward() can walk the tape in reverse.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "tensor/tensor.h"

namespace perceptarium::autograd {

class Variable;
/// Adds to the gradients of the inputs (addGrad), given d loss / d output in `grad` (same shape and kind as the output).
using Backward = std::function<void(const Tensor& grad)>;

class Variable {
public:
    Variable() = default;
    /// A leaf: a parameter (requiresGrad) or data.
    explicit Variable(Tensor value, bool requiresGrad = false);

    bool defined() const { return node_ != nullptr; }
    const Tensor& value() const;
    Tensor& mutableValue();
    const Shape& shape() const { return value().shape(); }
    DType dtype() const { return value().dtype(); }
    bool requiresGrad() const;
    void setRequiresGrad(bool requiresGrad);

    /// d loss / d this after backward(); undefined tensor before, or when it was never reached.
    const Tensor& grad() const;
    /// Adds; takes over `gradient` when there was none yet. Requires equal shape and kind (CHECK).
    void addGrad(Tensor gradient) const;
    /// Where a kernel may accumulate in place: zeros of the value's shape when there was no gradient yet.
    Tensor& gradToAddTo() const;
    void clearGrad();
    /// Keep the gradient of an intermediate value (it is freed during backward otherwise); for views and tests.
    void retainGrad() const;

    /// The name of the operation that made it ("matmul"), "" for a leaf.
    std::string_view operation() const;

private:
    friend Variable record(std::string_view, Tensor, std::vector<Variable>, Backward);
    friend void backward(const Variable&);
    struct Node;
    std::shared_ptr<Node> node_;
};
using Variables = std::vector<Variable>;

/// One more operation on the tape. When recording is off, or no input requires a gradient, only the value is kept.
/// `operation` must outlive the variable (a literal).
Variable record(std::string_view operation, Tensor value, std::vector<Variable> inputs, Backward backward);

/// Sets d loss / d loss = 1 and walks the tape in reverse; gradients of leaves are *added*. Intermediate values and
/// closures are released as soon as they are used. Requires `loss` to be one number (CHECK).
void backward(const Variable& loss);

/// While one lives, operations of this thread are not recorded (evaluation, prediction).
class NoGrad {
public:
    NoGrad();
    ~NoGrad();
    NoGrad(const NoGrad&) = delete;
    NoGrad& operator=(const NoGrad&) = delete;

private:
    bool before_;
};
bool isRecording();

}  // namespace perceptarium::autograd
