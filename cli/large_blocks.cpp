// Large blocks of memory in large pages. A table of the whole country is a hundred megabytes in a few hundred vectors, and a
// tenth of a check went into page faults of 4 KiB each. Every vector and string of the program comes through here; small ones
// go on to malloc as they are.
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;

void* block(std::size_t size) {
    if (size < large_page) return std::malloc(size == 0 ? 1 : size);
    const std::size_t whole = (size + large_page - 1) / large_page * large_page;
    if (whole < size) return nullptr;
    void* at = std::aligned_alloc(large_page, whole);
    // Where it is not to be had, small pages do as well.
    if (at) (void)::madvise(at, whole, MADV_HUGEPAGE);
    return at;
}

void* allocate(std::size_t size) {
    while (true) {
        if (void* at = block(size)) return at;
        const std::new_handler handler = std::get_new_handler();
        if (!handler) throw std::bad_alloc();
        handler();
    }
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* at) noexcept { std::free(at); }
void operator delete[](void* at) noexcept { std::free(at); }
void operator delete(void* at, std::size_t) noexcept { std::free(at); }
void operator delete[](void* at, std::size_t) noexcept { std::free(at); }

#endif
