// SPDX-License-Identifier: Apache-2.0
// A program with the formats linked in, as under ANNEXKIT_STATIC_PLUGINS: linked SCHEMA ANNEX FORMAT writes the annex
// to standard output. It loads nothing.
#include <annexkit/files.hpp>
#include <annexkit/job.hpp>

#include <cstdio>

int main(int count, char** arguments) {
    if (count != 4) return 2;
    annexkit::Registry registry;
    registry.add_linked();
    const auto schema = annexkit::Schema::load(arguments[1]);
    const auto source = annexkit::open_source(arguments[2]);
    const auto target = annexkit::standard_output();
    if (!schema || !source) return 3;
    annexkit::Job job;
    job.input = {arguments[2], source->get(), nullptr, {}};
    job.output = {target.get(), registry.find(arguments[3]), {}};
    job.schema = *schema;
    const auto summary = annexkit::run(registry, job);
    if (!summary) std::fprintf(stderr, "%s\n", summary.error().message.c_str());
    return summary && summary->read == summary->written ? 0 : 1;
}
