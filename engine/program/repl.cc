#include "repl/repl.h"

#include "program/program.h"

namespace viva {
namespace {

Result<Material> load_material(const CommonOptions& common) {
  Result<std::unique_ptr<Context>> opened = open_context(common);
  if (!opened) return opened.error();
  std::shared_ptr<Context> context = std::move(*opened);
  Material material;
  material.bank = &context->bank;
  material.host = context->host.get();
  material.questions = context->questions.get();
  material.judge = context->judge.get();
  material.faults = context->bank_faults;
  material.owner = context;
  return material;
}

}  // namespace

int open_prompt(const CommonOptions& common) {
  return run_repl({common.language, data_folder_of(common), [&common] { return load_material(common); }});
}

}  // namespace viva
