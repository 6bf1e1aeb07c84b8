// What a worker may send. A worker runs scripts of strangers and counts as one itself: before anything of its message is used, the whole of
// it is held against this, so that code behind can read fields without asking for their types.
#pragma once

#include <string>

#include "base/json.h"

namespace viva {

// What is wrong with a header that a worker sent, or an empty string. Afterwards these hold, and fields named with '?' may be missing:
//
//   one of   hello {version, layers [text]}      done {…}      failed {message, file?, line?, traceback?}      call {job, name, arguments
//   {…}} beside   printed? text                       declared? list of declarations (see Declaration) in done  count? unread? verdicts?
//   {name: n} credits? {denominator: n} exact? {credit, points, max: [n, d > 0]} or {traceback} · declared? problems? [failed]
std::string message_fault(const Json& header);

}  // namespace viva
