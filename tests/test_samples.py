"""What `samples/README.md` promises that a reader finds."""

from fogline.nouns import Reading


def test_days(samples: dict[str, Reading]) -> None:
    days = {
        "wire-western-aleppo": "2016-10-28",
        "courier-here-we-stay": "2016-10-29",
        "ledger-scraped-copy": "2016-10-28",
        "ministry-humanitarian-pause": "2016-11-02",
        "monitor-daily-count": "2016-10-31",
        "unbowed-commentary": "2016-11-14",
        "mirror-envoy-count": "2016-11-11",
        "review-carrier-strikes": "2016-11-15",
        "courier-live-north-east": "2016-11-28",
        "post-last-buses": "2016-12-23",
    }
    found = {name: day.value for name in days if (day := samples[name].article.published)}
    assert found == days
    column = samples["unbowed-commentary"].article.published
    assert column is not None
    assert column.basis == "inferred"


def test_the_other_war_stands_apart(samples: dict[str, Reading]) -> None:
    reading = samples["review-carrier-strikes"]
    (caption,) = [block for block in reading.article.blocks if block.kind == "caption"]
    inside = [time.value for time in reading.times if caption.start <= time.start < caption.end]
    assert inside[:1] == ["2016-08-09"]
    assert "2016-08-10" in inside
    assert any(place.name == "Sirte" and caption.start <= place.start < caption.end for place in reading.places)


def test_fighter_counts(samples: dict[str, Reading]) -> None:
    def fighters(name: str) -> set[tuple[float | None, float | None]]:
        return {(f.low, f.high) for f in samples[name].figures if f.what == "fighters"}

    assert {(5000, 5000), (12000, 12000)} <= fighters("unbowed-commentary")
    assert (3500, 4000) in fighters("monitor-daily-count")
    assert {(None, 6500), (None, 4000)} <= fighters("mirror-envoy-count")
    assert (None, 5000) in fighters("ministry-humanitarian-pause")


def test_furniture_is_never_read(samples: dict[str, Reading]) -> None:
    reading = samples["review-carrier-strikes"]
    assert not [figure for figure in reading.figures if figure.low in {999, 400}]
    assert "reader" not in {claim.source.name.lower() for claim in reading.claims}


def test_a_name_misspelt_once_is_the_same_speaker(samples: dict[str, Reading]) -> None:
    names = {claim.source.name for claim in samples["mirror-envoy-count"].claims}
    assert any("Sollund" in name for name in names)
    assert not any("Solund" in name for name in names)


def test_the_postscript_settles_a_forecast_as_reported(samples: dict[str, Reading]) -> None:
    reading = samples["unbowed-commentary"]
    assert len(reading.forecasts) >= 4
    assert {forecast.likelihood for forecast in reading.forecasts} >= {"almost_certain"}
    assert "reported_true" in {forecast.outcome for forecast in reading.forecasts}
    (postscript,) = [block for block in reading.article.blocks if block.kind == "postscript"]
    told = [claim for claim in reading.claims if postscript.start <= claim.start < postscript.end]
    assert "hedged" in {claim.status for claim in told}
