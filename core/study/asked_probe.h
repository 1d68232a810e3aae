// What all probes of the views share: a question that the window may change at any time, an answer in a slot.
#pragma once

#include <mutex>

#include "train/probe.h"

namespace perceptarium::study {

/// Question: a small value. Answer: an immutable snapshot that repeats the question it answers, as `asked`.
template <class Question, class Answer>
class AskedProbe : public train::Probe {
public:
    /// Any thread. The trainer answers soon; asking the same again changes nothing.
    void ask(const Question& question) {
        {
            const std::lock_guard lock(mutex_);
            if (question_ == question) return;
            question_ = question;
        }
        touch();
    }
    Question question() const {
        const std::lock_guard lock(mutex_);
        return question_;
    }
    train::Slot<Answer> answer;
    bool taken() const override { return answer.taken(); }

    Status look(const train::ProbeContext& context) final {
        const Question asked = question();
        Result<Answer> made = see(context, asked);
        if (!made) return made.error();
        made->asked = asked;
        made->step = context.step();
        answer.publish(std::make_shared<const Answer>(std::move(*made)));
        return {};
    }

protected:
    /// On the trainer's thread: must leave weights, gradients, statistics and the place in the data as they are.
    virtual Result<Answer> see(const train::ProbeContext& context, const Question& question) = 0;

private:
    mutable std::mutex mutex_;
    Question question_;
};

}  // namespace perceptarium::study
