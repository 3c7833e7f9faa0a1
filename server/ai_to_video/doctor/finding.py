"""What was found about one layer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`mend` is empty when the layer is sound. A `note` has a mend too, and yet nothing fails because of it."""

    layer: str
    told: str
    mend: str = ""
    note: bool = False

    @property
    def state(self) -> str:
        if not self.mend:
            return "ok"
        return "note" if self.note else "wrong"

    def line(self) -> str:
        mark = self.state.upper() if self.state == "wrong" else self.state
        return f"{mark:6}{self.layer}: {self.told}" + (f" {self.mend}" if self.mend else "")

    def fields(self) -> dict[str, str]:
        return {"layer": self.layer, "state": self.state, "told": self.told, "mend": self.mend}
