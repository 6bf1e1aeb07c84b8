// libviva-agent.so: what a warm interpreter loads to serve runs of itself.
#include "cage/serve.h"

extern "C" __attribute__((visibility("default"))) void viva_serve() { viva::cage::serve(); }
