#include "autograd/variable.h"

#include <algorithm>
#include <atomic>

#include "autograd/real_kind.h"
#include "kernels/elementwise.h"

namespace perceptarium::autograd {
namespace {

thread_local bool recording = true;

/// Nodes are numbered as they are made, so an output always has a higher number than its inputs: walking the numbers
/// downwards is walking the tape in reverse.
std::uint64_t nextNumber() {
    static std::atomic<std::uint64_t> last{0};
    return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

const Tensor& noTensor() {
    static const Tensor none;
    return none;
}

/// A tensor can be written in place only when nobody else sees its storage; a gradient may have been handed on as it was.
void makeOwn(Tensor& tensor) {
    if (tensor.shared()) tensor = tensor.clone();
}

}  // namespace

struct Variable::Node {
    Tensor value;
    Tensor grad;
    std::string_view operation;
    std::vector<Variable> inputs;
    Backward backward;
    std::uint64_t number = nextNumber();
    std::uint64_t seenBy = 0;  // number of the last backward() that met it
    bool requiresGrad = false;
    bool retainGrad = false;

    Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;
    ~Node();
};

namespace {

/// What a dying node would have destroyed: its inputs and its closure, which hold the nodes before it.
struct Remains {
    std::vector<Variable> inputs;
    Backward backward;
};

/// Buries the remains one after another instead of one inside another: a tape of a million operations that nobody walked
/// must not overflow the stack when it is dropped.
void bury(Remains remains) {
    thread_local std::vector<Remains> waiting;
    thread_local bool burying = false;
    waiting.push_back(std::move(remains));
    if (burying) return;
    burying = true;
    while (!waiting.empty()) {
        const Remains last = std::move(waiting.back());
        waiting.pop_back();
    }
    burying = false;
}

}  // namespace

Variable::Node::~Node() {
    if (!inputs.empty() || backward) bury({std::move(inputs), std::move(backward)});
}

Variable::Variable(Tensor value, bool requiresGrad) : node_(std::make_shared<Node>()) {
    CHECK(value.defined(), "a variable needs a value");
    CHECK(!requiresGrad || value.dtype() != DType::I32, "whole numbers have no gradient");
    node_->value = std::move(value);
    node_->requiresGrad = requiresGrad;
}

const Tensor& Variable::value() const {
    CHECK(defined(), "an undefined variable has no value");
    return node_->value;
}

Tensor& Variable::mutableValue() {
    CHECK(defined(), "an undefined variable has no value");
    return node_->value;
}

bool Variable::requiresGrad() const { return defined() && node_->requiresGrad; }

void Variable::setRequiresGrad(bool requiresGrad) {
    CHECK(defined() && node_->operation.empty(), "only a leaf can be told whether it needs a gradient");
    CHECK(!requiresGrad || dtype() != DType::I32, "whole numbers have no gradient");
    node_->requiresGrad = requiresGrad;
}

const Tensor& Variable::grad() const { return defined() ? node_->grad : noTensor(); }

void Variable::addGrad(Tensor gradient) const {
    CHECK(defined(), "a gradient for an undefined variable");
    const Tensor& value = node_->value;
    CHECK(gradient.defined() && gradient.shape() == value.shape() && gradient.dtype() == value.dtype(),
          "gradient " + gradient.shape().text() + " for value " + value.shape().text());
    if (!node_->grad.defined()) {
        node_->grad = std::move(gradient);
        return;
    }
    makeOwn(node_->grad);
    withReal(value.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::addTo<T>(value.elements(), gradient.data<T>(), node_->grad.data<T>());
    });
}

Tensor& Variable::gradToAddTo() const {
    CHECK(defined(), "a gradient for an undefined variable");
    if (!node_->grad.defined())
        node_->grad = Tensor::zeros(node_->value.shape(), node_->value.dtype());
    else
        makeOwn(node_->grad);
    return node_->grad;
}

void Variable::clearGrad() {
    if (defined()) node_->grad = {};
}

void Variable::retainGrad() const {
    CHECK(defined(), "an undefined variable has no gradient");
    node_->retainGrad = true;
}

std::string_view Variable::operation() const { return defined() ? node_->operation : std::string_view(); }

Variable record(std::string_view operation, Tensor value, std::vector<Variable> inputs, Backward backward) {
    Variable result(std::move(value));
    result.node_->operation = operation;
    const bool needed = recording && std::any_of(inputs.begin(), inputs.end(),
                                                 [](const Variable& input) { return input.requiresGrad(); });
    if (needed) {
        result.node_->requiresGrad = true;
        result.node_->inputs = std::move(inputs);
        result.node_->backward = std::move(backward);
    }
    return result;
}

void backward(const Variable& loss) {
    using Node = Variable::Node;
    CHECK(loss.defined() && loss.value().elements() == 1, "backward starts from one number");
    if (!loss.requiresGrad()) return;

    // Everything between the loss and the leaves, each once.
    const std::uint64_t walk = nextNumber();
    std::vector<std::shared_ptr<Node>> tape;
    const auto meet = [&](const std::shared_ptr<Node>& node) {
        if (node->seenBy == walk || !node->requiresGrad || node->operation.empty()) return;
        CHECK(node->backward, "this part of the tape was walked before");
        node->seenBy = walk;
        tape.push_back(node);
    };
    meet(loss.node_);
    for (std::size_t next = 0; next < tape.size(); ++next)
        for (const Variable& input : tape[next]->inputs)
            if (input.defined()) meet(input.node_);
    std::sort(tape.begin(), tape.end(), [](const auto& a, const auto& b) { return a->number > b->number; });

    loss.addGrad(Tensor::full(loss.shape(), 1, loss.dtype()));
    for (std::shared_ptr<Node>& node : tape) {
        if (node->grad.defined()) node->backward(node->grad);
        if (!node->retainGrad) node->grad = {};
        // The closure first: it may hold the inputs, too.
        node->backward = nullptr;
        node->inputs.clear();
        node.reset();
    }
}

NoGrad::NoGrad() : before_(recording) { recording = false; }
NoGrad::~NoGrad() { recording = before_; }
bool isRecording() { return recording; }

}  // namespace perceptarium::autograd
