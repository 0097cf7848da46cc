// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace cli {
namespace {

std::string text_at(const rapidjson::Value& value, const char* pointer) {
    const auto* found = rapidjson::Pointer(pointer).Get(value);
    return found == nullptr ? std::string() : std::string(found->GetString(), found->GetStringLength());
}

std::uint64_t number_at(const rapidjson::Value& value, const char* pointer) {
    const auto* found = rapidjson::Pointer(pointer).Get(value);
    return found == nullptr ? 0 : found->GetUint64();
}

Line line_of(const rapidjson::Value& value) {
    Line line;
    line.type = text_at(value, "/type");
    line.source = text_at(value, line.type == "finding" ? "/place/source" : "/source");
    line.rule = text_at(value, "/rule");
    line.severity = text_at(value, "/severity");
    line.message = text_at(value, "/message");
    line.hint = text_at(value, "/hint");
    line.initiative = text_at(value, "/initiative");
    line.field = text_at(value, "/field");
    line.excerpt = text_at(value, "/excerpt");
    line.address = text_at(value, "/place/address");
    line.line = number_at(value, "/place/line");
    line.column = number_at(value, "/place/column");
    line.offset = number_at(value, "/place/offset");
    line.size = number_at(value, "/place/size");
    line.row = number_at(value, "/place/row");
    line.cell_column = number_at(value, "/place/cell_column");
    line.read = number_at(value, "/read");
    line.errors = number_at(value, "/errors");
    if (value.HasMember("item")) line.item = value["item"].GetInt64();
    line.unreadable = value.HasMember("unreadable") && value["unreadable"].GetBool();
    return line;
}

class FileActions {
  public:
    FileActions() { ::posix_spawn_file_actions_init(&actions_); }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    void open(int descriptor, const fs::path& file, int flags) {
        ::posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, 0600);
    }
    void enter(const fs::path& folder) { ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

} // namespace

void Folder::put(const std::string& name, std::string_view content) const {
    std::ofstream stream(path() / name, std::ios::binary);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    REQUIRE(stream.flush());
}

std::string Folder::content(const std::string& name) const { return content_of(path() / name); }

std::vector<std::string> Folder::names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path())) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

fs::path source_file(const std::string& path) { return fs::path(ANNEXKIT_SOURCE_DIR) / path; }

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    CAPTURE(file);
    REQUIRE(stream);
    return text.str();
}

Outcome run(const Folder& folder, const std::vector<std::string>& arguments, std::string_view input) {
    const Folder streams;
    streams.put("in", input);
    FileActions actions;
    actions.open(STDIN_FILENO, streams.path() / "in", O_RDONLY);
    actions.open(STDOUT_FILENO, streams.path() / "out", O_WRONLY | O_CREAT | O_TRUNC);
    actions.open(STDERR_FILENO, streams.path() / "err", O_WRONLY | O_CREAT | O_TRUNC);
    actions.enter(folder.path());
    std::vector<std::string> words = {ANNEXKIT_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::pid_t child = -1;
    REQUIRE(::posix_spawn(&child, ANNEXKIT_PROGRAM, actions.get(), nullptr, pointers.data(), environ) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE_MESSAGE(WIFEXITED(status), "annexkit died of a signal");
    Outcome outcome{WEXITSTATUS(status), streams.content("out"), streams.content("err")};
    if (outcome.err.find("Sanitizer") != std::string::npos || outcome.err.find("runtime error:") != std::string::npos)
        FAIL(outcome.err);
    return outcome;
}

std::vector<Line> lines_of(const std::string& ndjson, const std::string& type) {
    std::vector<Line> lines;
    std::istringstream stream(ndjson);
    for (std::string text; std::getline(stream, text);) {
        rapidjson::Document document;
        document.Parse(text.c_str());
        CAPTURE(text);
        REQUIRE_FALSE(document.HasParseError());
        if (Line line = line_of(document); line.type == type) lines.push_back(std::move(line));
    }
    return lines;
}

std::string verdict_on(const Folder& folder, const std::string& file, const std::vector<std::string>& options) {
    std::vector<std::string> validate = {"validate", file, "--report", "ndjson"};
    validate.insert(validate.end(), options.begin(), options.end());
    const Outcome validated = run(folder, validate);
    std::string verdict = std::to_string(validated.code);
    std::string between = " ";
    for (const auto& line : lines_of(validated.out, "finding")) {
        CHECK_FALSE(line.message.empty());
        verdict += between + line.severity + " " + line.rule;
        if (line.line > 0) verdict += " " + std::to_string(line.line) + ":" + std::to_string(line.column);
        between = ", ";
    }
    const auto before = folder.names();
    const std::string output = file.ends_with(".xml") ? "output.json" : "output.xml";
    std::vector<std::string> convert = {"convert", file, output};
    convert.insert(convert.end(), options.begin(), options.end());
    const Outcome converted = run(folder, convert);
    CAPTURE(converted.err);
    CHECK(converted.code == validated.code);
    CHECK(folder.names() == before);
    return verdict;
}

} // namespace cli
