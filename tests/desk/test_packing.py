from sumber import Record
from sumber.desk.packing import pack_record, pack_terms, unpack_record, unpack_terms
from sumber.stories.terms import terms_of


def test_records_come_back_whole(reports: list[Record]) -> None:
    for record in reports:
        packed = pack_record(record)
        assert unpack_record(packed) == record
        assert len(packed) < len(record.to_json()) / 2


def test_terms_come_back_the_same() -> None:
    terms = terms_of("Kim Jong Un bertemu Putin di Vladivostok pada 13 September 2023.", "Kim ke Rusia", "id")
    assert unpack_terms(pack_terms(terms)) == terms
