#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference values for tst_privacy and tst_seal, by other code than ours: BLAKE2b from Python's hashlib (RFC 7693), Argon2id
from the reference library libargon2 (RFC 9106), ChaCha20 and Poly1305 written out here after RFC 8439, the stream after
libsodium's description of secretstream. Prints the values that stand in the tests, and writes sealed.bin."""
import base64, ctypes, hashlib, struct, sys

MASK = 0xFFFFFFFF


def blake(message, size, key=b""):
    return hashlib.blake2b(message, digest_size=size, key=key).digest()


def argon2id(passphrase, salt, passes, kib):
    library = ctypes.CDLL("libargon2.so.1")
    out = ctypes.create_string_buffer(32)
    code = library.argon2id_hash_raw(
        ctypes.c_uint32(passes), ctypes.c_uint32(kib), ctypes.c_uint32(1), passphrase, ctypes.c_size_t(len(passphrase)),
        salt, ctypes.c_size_t(len(salt)), out, ctypes.c_size_t(32))
    assert code == 0, code
    return out.raw


def pseudonym(key, domain, value):
    domain_key = blake(b"taillight pseudonym 1:" + domain.encode(), 32, key)
    letter = next((c for c in domain.lower() if c.isascii() and c.isalpha()), "x")
    return letter + "_" + base64.b32encode(blake(value.encode(), 16, domain_key)).decode().rstrip("=").lower()


def rounds(state):
    x = list(state)

    def quarter(a, b, c, d):
        for to, add, shift in ((d, (a, b), 16), (b, (c, d), 12), (d, (a, b), 8), (b, (c, d), 7)):
            x[add[0]] = (x[add[0]] + x[add[1]]) & MASK
            value = x[to] ^ x[add[0]]
            x[to] = ((value << shift) | (value >> (32 - shift))) & MASK

    for _ in range(10):
        for i in range(4):
            quarter(i, 4 + i, 8 + i, 12 + i)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return x


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def block(key, counter, nonce):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((a + b) & MASK for a, b in zip(rounds(state), state)))


def chacha(key, counter, nonce, data):
    out = bytearray()
    for i in range(0, len(data), 64):
        stream = block(key, counter + i // 64, nonce)
        out += bytes(a ^ b for a, b in zip(data[i : i + 64], stream))
    return bytes(out)


def hchacha(key, nonce):
    x = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce))
    return struct.pack("<8I", *(x[:4] + x[12:]))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i : i + 16] + b"\1", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) & (2**128 - 1)).to_bytes(16, "little")


class Stream:
    """crypto_secretstream_xchacha20poly1305_push()."""

    def __init__(self, key, header):
        self.key = hchacha(key, header[:16])
        self.counter, self.nonce = 1, header[16:24]

    def push(self, message, extra, tag):
        nonce = struct.pack("<I", self.counter) + self.nonce
        poly = block(self.key, 0, nonce)[:32]
        first = chacha(self.key, 1, nonce, bytes([tag]) + bytes(63))
        sealed = chacha(self.key, 2, nonce, message)
        mac_data = extra + bytes(-len(extra) % 16) + first + sealed + bytes(len(message) % 16)
        mac_data += struct.pack("<QQ", len(extra), 64 + len(message))
        mac = poly1305(poly, mac_data)
        self.nonce = bytes(a ^ b for a, b in zip(self.nonce, mac[:8]))
        self.counter += 1
        if tag & 2:
            renewed = chacha(self.key, 0, struct.pack("<I", self.counter) + self.nonce, self.key + self.nonce)
            self.key, self.nonce, self.counter = renewed[:32], renewed[32:], 1
        return first[:1] + sealed + mac


def seal(plain, passphrase, kind, passes, kib, chunk, salt, stream_header):
    """The layout of docs/privacy.md."""
    master = argon2id(passphrase, salt, passes, kib)
    stream_key, check_key = blake(b"taillight seal stream", 32, master), blake(b"taillight seal check", 32, master)
    header = b"TLSEAL\r\n" + bytes([1, kind, 1, 0]) + struct.pack("<IIIQ", passes, kib, chunk, len(plain)) + salt
    header += stream_header
    header += blake(header, 16, check_key)
    header += blake(header, 16)[:8]
    assert len(header) == 96
    stream, out = Stream(stream_key, stream_header), header
    pieces = [plain[i : i + chunk] for i in range(0, len(plain), chunk)] or [b""]
    for i, piece in enumerate(pieces):
        out += stream.push(piece, header if i == 0 else b"", 3 if i + 1 == len(pieces) else 0)
    return out


# RFC 8439, 2.4.2 (its first bytes), 2.5.2, and draft-irtf-cfrg-xchacha 2.2.1: is the code above right at all?
KEY = bytes(range(32))
assert chacha(KEY, 1, bytes.fromhex("000000000000004a00000000"), b"Ladies and Gentlemen")[:4].hex() == "6e2e359a"
assert poly1305(
    bytes.fromhex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b"), b"Cryptographic Forum Research Group"
).hex() == "a8061dc1305136c6c22b8baf0c0127a9"
assert hchacha(KEY, bytes.fromhex("000000090000004a0000000031415927")).hex().startswith("82413b4227b27bfed30e42508a877d73")

if __name__ == "__main__":
    print("key id", blake(b"taillight key id", 16, KEY)[:8].hex())
    for domain, value in (("user", "alice"), ("order", "alice"), ("用户", "张三"), ("user", "x" * 1000), ("email", "jane@example.com")):
        print(domain, value[:20], pseudonym(KEY, domain, value))
    SALT = bytes(range(16))
    for passes, kib in ((1, 8), (2, 64), (3, 1024)):
        made = argon2id(b"correct horse battery staple", SALT, passes, kib)
        print("argon2id", passes, kib, made.hex(), "key id", blake(b"taillight key id", 16, made)[:8].hex())
    PLAIN = bytes((7 * i + i // 256) % 256 for i in range(1000))
    made = seal(PLAIN, "密码 sésame".encode(), 2, 2, 64, 256, SALT, bytes(range(100, 124)))
    path = sys.argv[1] if len(sys.argv) > 1 else "sealed.bin"
    open(path, "wb").write(made)
    print("sealed", len(made), hashlib.sha256(made).hexdigest())
