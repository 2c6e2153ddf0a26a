"""jieba's dictionary and the project's lexicon in, the sharded prefix dictionary of classifier.analysis.segmentation out."""

from __future__ import annotations

import hashlib
import tempfile
from array import array
from itertools import groupby
from pathlib import Path
from typing import Any

from classifier.analysis.segmentation import HEADER, MAGIC, PATH, SHARD, _private_jieba
from classifier.strict import load_words

LEXICON = PATH.with_name("lexicon.txt")


def full_tokenizer(lexicon: Path = LEXICON) -> Any:
    """Jieba's own tokenizer with its whole dictionary and the lexicon's words added, as jieba adds user words.

    Args:
        lexicon: the word list; the order matters, since jieba weighs each word against those added before.

    Returns:
        An initialised jieba.Tokenizer; its cache lived in a private folder that is gone.
    """
    jieba = _private_jieba()
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    for word in load_words(lexicon):
        tokenizer.add_word(word)
    return tokenizer


def encode_dictionary(frequencies: dict[str, int], total: int) -> bytes:
    """The dictionary file's bytes, for the prefix table and the frequency sum of a tokenizer; the same table gives the same bytes."""
    shards = [(character, list(words)) for character, words in groupby(sorted(word for word in frequencies if word), key=lambda word: word[0])]
    points = array("I", (ord(character) for character, _ in shards)).tobytes()
    start = HEADER.size + len(points) + SHARD.size * len(shards)
    directory, body = bytearray(), bytearray()
    for _, words in shards:
        text = "\n".join(words).encode("utf-8")
        directory += SHARD.pack(start + len(body), len(text), len(words))
        body += text + array("I", (frequencies[word] for word in words)).tobytes()
    content = points + bytes(directory) + bytes(body)
    return HEADER.pack(MAGIC, hashlib.sha256(content).digest(), total, len(shards)) + content


def build_dictionary(path: Path = PATH) -> None:
    """Write the dictionary file anew from jieba's dictionary and the lexicon."""
    tokenizer = full_tokenizer()
    content = encode_dictionary(tokenizer.FREQ, tokenizer.total)
    partial = path.with_suffix(".partial")
    partial.write_bytes(content)
    partial.replace(path)


if __name__ == "__main__":
    build_dictionary()
