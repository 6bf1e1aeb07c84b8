#include "sandbox/program_doctor.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/locations.h"
#include "sandbox/program_exchange.h"
#include "sandbox/program_server.h"

namespace viva {
namespace {

// What holds in a cage of these layers, in the order of all_program_guarantees(); nothing when the cage is refused.
struct Held {
  std::vector<bool> guarantees;
  std::string refused;
};

Result<bool> holds(ProgramServer& server, ProgramGuarantee guarantee) {
  ProgramRun run;
  run.runtime.name = "attempt";
  run.runtime.warm = true;  // nothing is executed: the server's own child makes the attempt
  run.request = name_of(guarantee);
  Result<Exchange> what = exchange(server, run);
  if (!what) return what.error();
  const int status = what->ended.status;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) return true;
  if (what->ended.trouble == wire::Trouble::none && what->result == std::string("kept\0", 5)) return true;
  if (what->ended.trouble == wire::Trouble::none && what->result == std::string("open\0", 5)) return false;
  return error("the cage of programs does not close: " + std::string(what->ended.step));
}

Result<Held> try_layers(std::uint32_t layers, bool bare) {
  ProgramServer::Options options;
  options.program = cage_program();
  options.agent = cage_agent();
  options.bare = bare;
  options.layers = layers;
  for (ProgramGuarantee guarantee : all_program_guarantees()) options.accepted.emplace_back(name_of(guarantee));
  Result<ProgramServer::Started> started = ProgramServer::start(options, nullptr);
  if (!started) return started.error();
  Held held;
  held.refused = started->refused;
  if (!started->server) return held;
  for (ProgramGuarantee guarantee : all_program_guarantees()) {
    Result<bool> kept = holds(*started->server, guarantee);
    if (!kept) return kept.error();
    held.guarantees.push_back(*kept);
  }
  return held;
}

}  // namespace

Result<ProgramFindings> probe_program_cage() {
  if (cage_program().empty() || cage_agent().empty())
    return error("the program viva-cage and its library libviva-agent.so are not there; build or install viva again");
  ProgramFindings findings;
  Result<Held> all = try_layers(~0u, false);
  if (!all) return all.error();
  findings.refused = all->refused;
  if (!findings.refused.empty()) all = try_layers(~0u, true);
  Result<Held> none = try_layers(0, true);
  for (const Result<Held>* needed : {&all, &none}) {
    if (!*needed) return needed->error();
    if (!(*needed)->refused.empty()) return error("the cage of programs does not close: " + (*needed)->refused);
  }
  for (std::size_t i = 0; i < all_program_guarantees().size(); ++i)
    findings.probes.push_back({all_program_guarantees()[i], all->guarantees[i], !none->guarantees[i], {}});
  for (const ProgramLayer& layer : all_program_layers()) {
    Result<Held> alone = try_layers(layer.bits, layer.bits != wire::namespaces);
    if (!alone) return alone.error();
    for (std::size_t i = 0; i < alone->guarantees.size(); ++i)
      if (findings.probes[i].open_without && alone->guarantees[i]) findings.probes[i].held_by.emplace_back(layer.name);
  }
  return findings;
}

}  // namespace viva
