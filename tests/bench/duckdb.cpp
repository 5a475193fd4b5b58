// What anybody could use instead: the rules of rules.yaml as SQL (duckdb.sql), run by DuckDB in a process of its own, as a
// program would embed it. The library is opened when this runs, and the little of its C API that is needed is declared here, so
// that building asks for neither library nor header. run.py holds the results against hoagiai's; this is no part of the
// program.
//
//     hoagiai_duckdb LIBRARY                              prints the version; 3: the library cannot be opened
//     hoagiai_duckdb LIBRARY SQL RECORDS OUT [THREADS]    writes OUT/counts.csv and OUT/fail.csv
#include <dlfcn.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

enum : int { wrong = 2, no_library = 3 };

[[noreturn]] void stop(const std::string& why, int code = wrong) {
    std::fprintf(stderr, "hoagiai_duckdb: %s\n", why.c_str());
    std::exit(code);
}

// As duckdb.h has them: handles are pointers, duckdb_state is an enum whose zero is success.
using Handle = void*;
using State = int;
struct Result {
    std::uint64_t columns, rows, changed;
    void *of_columns, *error, *inside;
};

class Library {
public:
    explicit Library(const char* name) : library_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
        if (!library_) stop(dlerror(), no_library);
        find("duckdb_library_version", version);
        find("duckdb_create_config", create_config);
        find("duckdb_set_config", set_config);
        find("duckdb_open_ext", open);
        find("duckdb_connect", connect);
        find("duckdb_query", query);
        find("duckdb_result_error", result_error);
    }

    const char* (*version)();
    State (*create_config)(Handle* config);
    State (*set_config)(Handle config, const char* name, const char* value);
    State (*open)(const char* path, Handle* database, Handle config, char** error);
    State (*connect)(Handle database, Handle* connection);
    State (*query)(Handle connection, const char* sql, Result* result);
    const char* (*result_error)(Result* result);

private:
    template <typename Function>
    void find(const char* name, Function& function) {
        function = reinterpret_cast<Function>(dlsym(library_, name));
        if (!function) stop(dlerror(), no_library);
    }
    void* library_;
};

std::string text_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file || text.str().empty()) stop(std::string(path) + ": cannot be read");
    return text.str();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 5 && argc != 6) stop("usage: hoagiai_duckdb LIBRARY [SQL RECORDS OUT [THREADS]]");
    const Library duckdb(argv[1]);
    if (argc == 2) {
        std::puts(duckdb.version());
        return 0;
    }
    const std::string sql = text_of(argv[2]), records = std::filesystem::absolute(argv[3]);
    // The script names files without a folder: it reads below the search path and writes where the process stands.
    std::filesystem::create_directories(argv[4]);
    std::filesystem::current_path(argv[4]);

    Handle config = nullptr, database = nullptr, connection = nullptr;
    if (duckdb.create_config(&config) != 0) stop("no configuration");
    const auto set = [&](const char* name, const char* value) {
        if (duckdb.set_config(config, name, value) != 0) stop(std::string(name) + " cannot be " + value);
    };
    set("threads", argc > 5 ? argv[5] : "1");
    set("preserve_insertion_order", "false");
    set("file_search_path", records.c_str());
    char* error = nullptr;
    if (duckdb.open(nullptr, &database, config, &error) != 0) stop(error ? error : "no database");
    if (duckdb.connect(database, &connection) != 0) stop("no connection");
    Result result{};
    if (duckdb.query(connection, sql.c_str(), &result) != 0) stop(duckdb.result_error(&result));
    std::fflush(nullptr);
    _exit(0);  // as the hand-written code does: nothing to give back that the system does not take faster
}
