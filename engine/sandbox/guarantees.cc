#include "sandbox/guarantees.h"

#include <algorithm>

#include "base/spelling.h"
#include "sandbox/program_guarantees.h"

namespace viva {

const char* kept_from(Guarantee guarantee) {
  switch (guarantee) {
    case Guarantee::no_files:
      return "opening files";
    case Guarantee::no_network:
      return "reaching the network";
    case Guarantee::no_exec:
      return "starting programs";
    case Guarantee::no_process:
      return "making processes";
    case Guarantee::no_signals:
      return "sending signals";
    case Guarantee::bounded_memory:
      return "using up the memory";
    case Guarantee::no_new_code:
      return "running machine code of their own";
  }
  return "";
}

std::string remedy_for(Guarantee guarantee) {
  std::string layers;
  for (Layer layer : all_layers())
    if (gives(layer, guarantee)) layers += (layers.empty() ? "" : ", ") + std::string(name_of(layer));
  return std::string("scripts cannot be kept from ") + kept_from(guarantee) + " (" + name_of(guarantee) +
         "): this kernel or container allows none of " + layers +
         ". Allow one of them, or go on at your own risk with --allow-degraded=" + name_of(guarantee);
}

std::vector<Guarantee> without_layer(const std::vector<std::string>& layers) {
  std::vector<Guarantee> missing;
  for (Guarantee guarantee : all_guarantees()) {
    bool given = std::any_of(all_layers().begin(), all_layers().end(), [&](Layer layer) {
      return gives(layer, guarantee) && std::find(layers.begin(), layers.end(), name_of(layer)) != layers.end();
    });
    if (!given) missing.push_back(guarantee);
  }
  return missing;
}

std::vector<std::string> names_of(const std::vector<Guarantee>& guarantees) {
  std::vector<std::string> names;
  for (Guarantee guarantee : guarantees) names.push_back(name_of(guarantee));
  return names;
}

Status check_guarantees(const std::vector<std::string>& layers, const std::vector<std::string>& accepted) {
  for (Guarantee guarantee : without_layer(layers))
    if (std::find(accepted.begin(), accepted.end(), name_of(guarantee)) == accepted.end()) return error(remedy_for(guarantee));
  return ok();
}

Status check_accepted(const std::vector<std::string>& names) {
  std::vector<std::string> known = names_of(all_guarantees());
  for (ProgramGuarantee guarantee : all_program_guarantees()) known.emplace_back(name_of(guarantee));
  for (const std::string& name : names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return error("--allow-degraded: there is no guarantee '" + name + "'" + did_you_mean(name, known) + " (viva doctor lists them)");
  return ok();
}

}  // namespace viva
