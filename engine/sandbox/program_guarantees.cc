#include "sandbox/program_guarantees.h"

#include <algorithm>

namespace viva {

const std::vector<ProgramGuarantee>& all_program_guarantees() {
  static const std::vector<ProgramGuarantee> guarantees = {ProgramGuarantee::files, ProgramGuarantee::network, ProgramGuarantee::others,
                                                           ProgramGuarantee::kernel, ProgramGuarantee::memory};
  return guarantees;
}

const std::vector<ProgramLayer>& all_program_layers() {
  static const std::vector<ProgramLayer> layers = {{"namespaces", wire::namespaces},
                                                   {"landlock", wire::landlock},
                                                   {"scopes", wire::scopes},
                                                   {"seccomp", wire::seccomp},
                                                   {"limits", wire::limits}};
  return layers;
}

const char* name_of(ProgramGuarantee guarantee) {
  switch (guarantee) {
    case ProgramGuarantee::files:
      return "program-files";
    case ProgramGuarantee::network:
      return "program-network";
    case ProgramGuarantee::others:
      return "program-others";
    case ProgramGuarantee::kernel:
      return "program-kernel";
    case ProgramGuarantee::memory:
      return "program-memory";
  }
  return "";
}

const char* kept_from(ProgramGuarantee guarantee) {
  switch (guarantee) {
    case ProgramGuarantee::files:
      return "reading this machine's files";
    case ProgramGuarantee::network:
      return "reaching the network";
    case ProgramGuarantee::others:
      return "reaching other processes";
    case ProgramGuarantee::kernel:
      return "making every system call there is";
    case ProgramGuarantee::memory:
      return "using up the memory";
  }
  return "";
}

bool gives(const ProgramLayer& layer, ProgramGuarantee guarantee) {
  switch (guarantee) {
    case ProgramGuarantee::files:
      return layer.bits & (wire::namespaces | wire::landlock);
    case ProgramGuarantee::network:
      return layer.bits & (wire::namespaces | wire::seccomp);
    case ProgramGuarantee::others:
      return layer.bits & (wire::namespaces | wire::seccomp | wire::scopes);
    case ProgramGuarantee::kernel:
      return layer.bits & wire::seccomp;
    case ProgramGuarantee::memory:
      return layer.bits & wire::limits;
  }
  return false;
}

std::string layers_that_give(ProgramGuarantee guarantee) {
  std::string names;
  for (const ProgramLayer& layer : all_program_layers())
    if (gives(layer, guarantee)) names += (names.empty() ? "" : ", ") + std::string(layer.name);
  return names;
}

namespace {

bool given(std::uint32_t layers, ProgramGuarantee guarantee) {
  const std::vector<ProgramLayer>& all = all_program_layers();
  return std::any_of(all.begin(), all.end(),
                     [&](const ProgramLayer& layer) { return (layers & layer.bits) == layer.bits && gives(layer, guarantee); });
}

}  // namespace

std::vector<std::string> program_lacks(std::uint32_t layers) {
  std::vector<std::string> names;
  for (ProgramGuarantee guarantee : all_program_guarantees())
    if (!given(layers, guarantee)) names.emplace_back(name_of(guarantee));
  return names;
}

Status check_program_guarantees(std::uint32_t layers, const std::vector<std::string>& accepted) {
  for (ProgramGuarantee guarantee : all_program_guarantees()) {
    const std::string name = name_of(guarantee);
    if (given(layers, guarantee) || std::find(accepted.begin(), accepted.end(), name) != accepted.end()) continue;
    const std::string possible = layers_that_give(guarantee);
    return error("candidates' programs cannot be kept from " + std::string(kept_from(guarantee)) + " (" + name +
                 "): this kernel or container " +
                 (possible.find(',') == std::string::npos ? "does not allow " + possible + ". Allow it"
                                                          : "allows none of " + possible + ". Allow one of them") +
                 ", or go on at your own risk with --allow-degraded=" + name);
  }
  return ok();
}

}  // namespace viva
