#include "train/process_identity.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

namespace perceptarium::train {
namespace {

std::string startOf(std::int64_t pid) {
    std::ifstream boot("/proc/sys/kernel/random/boot_id");
    std::string bootId;
    std::getline(boot, bootId);
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(stat, line);
    // The second field is the program's name in brackets and may hold anything; what is wanted is the 22nd, so the 20th
    // after the last bracket (proc(5)). The third is its state: a zombie is not alive.
    const std::size_t bracket = line.rfind(')');
    if (bracket == std::string::npos) return {};
    std::istringstream rest(line.substr(bracket + 1));
    std::string field, state;
    for (int i = 3; i <= 22; ++i) {
        rest >> field;
        if (i == 3) state = field;
    }
    if (!rest || state == "Z" || state == "X") return {};
    return bootId + "/" + field;
}

}  // namespace

ProcessIdentity thisProcess() { return {static_cast<std::int64_t>(getpid()), startOf(getpid())}; }

bool isAlive(const ProcessIdentity& process) {
    if (process.pid <= 0) return false;
    const bool exists = kill(static_cast<pid_t>(process.pid), 0) == 0 || errno == EPERM;
    return exists && (process.started.empty() || startOf(process.pid) == process.started);
}

}  // namespace perceptarium::train
