// What the cage of a candidate's program guarantees, by which layers of the kernel, and what to do where none of them is to be had.
//
//   guarantee         layers
//   program-files     namespaces (a private root), landlock
//   program-network   namespaces, seccomp
//   program-others    namespaces, scopes (of Landlock: Linux 6.12), seccomp
//   program-kernel    seccomp (only the calls that programs need)
//   program-memory    limits; the server's watch over what is really used is behind them
//
// A guarantee that no layer gives is an error where a program would be run, unless a person accepts that (--allow-degraded=NAME), as for
// the guarantees of script workers (guarantees.h). CPU time, wall time, output and the number of processes are watched by the server itself
// and always bounded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "sandbox/program_wire.h"

namespace viva {

enum class ProgramGuarantee { files, network, others, kernel, memory };

// Layers together that a person can have or lack, as bits of wire::Layer.
struct ProgramLayer {
  const char* name;  // "namespaces"
  std::uint32_t bits;
};

const std::vector<ProgramGuarantee>& all_program_guarantees();
const std::vector<ProgramLayer>& all_program_layers();
const char* name_of(ProgramGuarantee guarantee);                    // "program-files"
const char* kept_from(ProgramGuarantee guarantee);                  // "reading this machine's files"
bool gives(const ProgramLayer& layer, ProgramGuarantee guarantee);  // the table above
std::string layers_that_give(ProgramGuarantee guarantee);           // "namespaces, landlock"
std::vector<std::string> program_lacks(std::uint32_t layers);       // names of the guarantees that none of these layers gives

// An error that names the first guarantee which no layer gives and nobody accepted to go without, with its remedy.
Status check_program_guarantees(std::uint32_t layers, const std::vector<std::string>& accepted);

}  // namespace viva
