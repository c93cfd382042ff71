// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::privacy::Secret;

constexpr const char* kVariable = "TAILLIGHT_PASSPHRASE";
constexpr std::size_t kLongest = 1024;

/// The terminal with its echo off; as it was afterwards, whatever happens.
class QuietTerminal {
public:
    explicit QuietTerminal(int fd) : m_fd(fd) {
        m_changed = ::tcgetattr(fd, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL);
        m_changed = m_changed && ::tcsetattr(fd, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal() {
        if (m_changed)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
        ::close(m_fd);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    bool quiet() const { return m_changed; }
    void say(const std::string& text) const { static_cast<void>(::write(m_fd, text.data(), text.size()) >= 0); }

    Result<Secret> line(core::JobContext& job) const {
        constexpr int kWait = 100; // ms between two questions for cancel
        Secret typed(kLongest + 1);
        std::size_t size = 0;
        for (;;) {
            TL_CHECK_STATUS(job.check());
            pollfd ready{m_fd, POLLIN, 0};
            if (::poll(&ready, 1, kWait) <= 0)
                continue;
            unsigned char byte = 0;
            const ssize_t got = ::read(m_fd, &byte, 1);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0 || byte == '\n' || byte == '\r')
                break;
            if (size > kLongest - 1)
                return Error(ErrorCode::Usage, "A passphrase has at most 1024 bytes.");
            typed.data()[size++] = byte;
        }
        say("\n");
        return Secret(typed.view().substr(0, size));
    }

private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

/// Takes the variable out of the environment, where other programs of the user could read it.
std::optional<Secret> fromEnvironment() {
    char* const value = std::getenv(kVariable);
    if (value == nullptr || *value == '\0')
        return {};
    const std::size_t size = std::strlen(value);
    Secret secret(std::string_view(value, size));
    std::memset(value, 0, size);
    ::unsetenv(kVariable);
    return secret;
}

} // namespace

Result<Secret> takePassphrase(const std::string& file, bool twice, core::JobContext& job) {
    if (!file.empty())
        return core::privacy::readPassphraseFile(file);
    if (auto secret = fromEnvironment())
        return std::move(*secret);
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return Error(ErrorCode::Usage,
                     std::string("There is no terminal to ask for the passphrase. Give --passphrase-file "
                                 "FILE, or set ") +
                         kVariable + ".");
    const QuietTerminal terminal(fd);
    if (!terminal.quiet())
        return Error(ErrorCode::Usage, "The terminal cannot hide what is typed. Give --passphrase-file FILE.");
    terminal.say("Passphrase: ");
    TL_TRY(Secret first, terminal.line(job));
    if (first.empty())
        return Error(ErrorCode::Usage, "The passphrase is empty.");
    if (!twice)
        return first;
    terminal.say("Once more: ");
    TL_TRY(const Secret second, terminal.line(job));
    if (first.view() != second.view())
        return Error(ErrorCode::Usage, "The two passphrases differ.");
    return first;
}

} // namespace app
