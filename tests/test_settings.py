"""Settings: default, then fogline.toml, then the environment, then a flag."""

import pathlib

import pytest

from fogline.errors import SettingsError
from fogline.settings import Settings, load_settings


def test_each_source_beats_the_one_before(tmp_path: pathlib.Path) -> None:
    assert load_settings(folder=tmp_path, environment={}) == Settings()
    (tmp_path / "fogline.toml").write_text("workers = 2\nmax_page_mb = 5\n")
    assert load_settings(folder=tmp_path, environment={}).workers == 2
    assert load_settings(folder=tmp_path, environment={"FOGLINE_WORKERS": "3"}).workers == 3
    last = load_settings({"workers": 4}, tmp_path, {"FOGLINE_WORKERS": "3"})
    assert (last.workers, last.max_page_mb) == (4, 5)


@pytest.mark.parametrize("content", ["workers = -1", "worker = 2", "workers = ", "max_page_mb = 0", "workers = 'x'"])
def test_what_does_not_fit_is_refused_in_one_line(tmp_path: pathlib.Path, content: str) -> None:
    (tmp_path / "fogline.toml").write_text(content)
    with pytest.raises(SettingsError) as error:
        load_settings(folder=tmp_path, environment={})
    assert "\n" not in str(error.value)
