#include "base/work_scope.h"

namespace perceptarium {
namespace {

thread_local const Progress* current = nullptr;

}  // namespace

WorkScope::WorkScope(const Progress& progress) : before_(current) { current = &progress; }
WorkScope::~WorkScope() { current = before_; }

void WorkScope::report(double fraction, std::string_view what) {
    if (current) current->report(fraction, what);
}

Status WorkScope::check() {
    if (current && current->cancelled()) return Progress::cancelledError();
    return {};
}

}  // namespace perceptarium
