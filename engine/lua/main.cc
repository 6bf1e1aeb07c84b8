// viva-worker: runs scripts for viva, caged. Started by the broker with its end of a socket pair as descriptor 3; of no use by itself.
#include <malloc.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>

#include "lua/worker.h"
#include "sandbox/cage.h"
#include "text/fold.h"
#include "text/units.h"

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __asan_default_options() { return "detect_leaks=0:handle_segv=0:use_sigaltstack=0"; }
#endif

namespace {

constexpr int channel = 3;
constexpr int broken = 10, kept = 11;  // exit codes of a probe

// "--layers=seccomp,limits": for viva doctor, which tries each layer by itself.
std::vector<viva::Layer> layers_from(const std::string& list) {
  std::vector<viva::Layer> layers;
  for (viva::Layer layer : viva::all_layers())
    if (list.find(name_of(layer)) != std::string::npos) layers.push_back(layer);  // no name is part of another
  return layers;
}

}  // namespace

int main(int count, char** arguments) {
  viva::CageOptions options;
  std::string probe;
  for (int i = 1; i < count; ++i) {
    std::string argument = arguments[i];
    if (argument.rfind("--layers=", 0) == 0) options.layers = layers_from(argument.substr(9));
    if (argument.rfind("--probe=", 0) == 0) probe = argument.substr(8);
  }
  std::set_new_handler([] { ::_exit(viva::worker_out_of_memory); });
  std::set_terminate([] { ::_exit(viva::worker_at_fault); });  // abort would only make a forbidden system call
  ::signal(SIGPIPE, SIG_IGN);
  // Frames come and go: giving their memory back to the system each time, and taking it anew, costs more than the grading of some lines.
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  ::signal(SIGINT, SIG_IGN);  // Ctrl-C at the terminal is for the broker
  viva::fold("ﬁ");            // whatever the text library reads once is read before the cage closes
  viva::units("warm up");
  viva::stem("warming");
  viva::Result<std::vector<viva::Layer>> cage = viva::enter_cage(options);
  if (!cage) {
    (void)viva::write_frame(channel, {{{"failed", {{"message", cage.error().message}}}}, ""});  // nobody else to tell
    return 1;
  }
  if (!probe.empty()) {
    for (viva::Guarantee guarantee : viva::all_guarantees())
      if (probe == name_of(guarantee)) ::_exit(viva::try_to_break(guarantee) ? broken : kept);
    return 1;
  }
  viva::Json layers = viva::Json::array();
  for (viva::Layer layer : *cage) layers.push_back(name_of(layer));
  if (!viva::write_frame(channel, {{{"hello", {{"version", viva::protocol_version}, {"layers", layers}}}}, ""})) return 1;
  viva::lua::Worker worker;
  worker.serve(channel);
  ::_exit(0);
}
