import zlib
from hashlib import sha256

from sumber import Record
from sumber.desk import packing
from sumber.desk.packing import pack_record, pack_terms, unpack_record, unpack_terms
from sumber.stories.terms import terms_of


def test_records_come_back_whole(reports: list[Record]) -> None:
    for record in reports:
        packed = pack_record(record)
        assert unpack_record(packed) == record
        assert len(packed) < len(record.to_json()) / 2


def test_records_of_an_older_desk_can_still_be_read(reports: list[Record]) -> None:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, packing._COMMON)
    assert unpack_record(packer.compress(reports[0].to_json()) + packer.flush()) == reports[0]


def test_the_dictionary_never_changes_since_stored_records_need_it() -> None:
    assert sha256(packing._dictionary()).hexdigest()[:16] == "4c98369e226bf3f1"


def test_terms_come_back_the_same() -> None:
    terms = terms_of("Kim Jong Un bertemu Putin di Vladivostok pada 13 September 2023.", "Kim ke Rusia", "id")
    assert unpack_terms(pack_terms(terms)) == terms
