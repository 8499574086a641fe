"""The names that formulas on paper may use: a table, in LaTeX's own names; MathJax knows all of them too."""

from __future__ import annotations


def _each(names: str, symbols: str) -> dict[str, str]:
    return dict(zip(names.split(), symbols.split(), strict=True))


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


SYMBOLS: dict[str, str] = {
    **_each(
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron pi varpi"
        " rho varrho sigma varsigma tau upsilon phi varphi chi psi omega",
        "α β γ δ ϵ ε ζ η θ ϑ ι κ λ μ ν ξ ο π ϖ ρ ϱ σ ς τ υ ϕ φ χ ψ ω",
    ),
    **_each("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega", "Γ Δ Θ Λ Ξ Π Σ Υ Φ Ψ Ω"),
    **_each(
        "pm mp times div cdot ast star circ bullet oplus ominus otimes odot cap cup setminus land wedge lor vee neg"
        " lnot",
        "± ∓ × ÷ ⋅ ∗ ⋆ ∘ ∙ ⊕ ⊖ ⊗ ⊙ ∩ ∪ ∖ ∧ ∧ ∨ ∨ ¬ ¬",
    ),
    **_each(
        "le leq ge geq lt gt ne neq approx equiv cong sim simeq propto ll gg prec succ in notin ni subset supset"
        " subseteq supseteq perp parallel mid models vdash",
        "≤ ≤ ≥ ≥ < > ≠ ≠ ≈ ≡ ≅ ∼ ≃ ∝ ≪ ≫ ≺ ≻ ∈ ∉ ∋ ⊂ ⊃ ⊆ ⊇ ⟂ ∥ ∣ ⊨ ⊢",
    ),
    **_each(
        "to rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow implies iff mapsto uparrow"
        " downarrow longrightarrow longleftarrow rightleftharpoons nearrow searrow gets hookrightarrow",
        "→ → ← ↔ ⇒ ⇐ ⇔ ⟹ ⟺ ↦ ↑ ↓ ⟶ ⟵ ⇌ ↗ ↘ ← ↪",
    ),
    **_each(
        "infty partial nabla forall exists nexists emptyset varnothing angle triangle square degree hbar ell Re Im"
        " aleph prime dots ldots cdots vdots ddots therefore because checkmark",
        "∞ ∂ ∇ ∀ ∃ ∄ ∅ ∅ ∠ △ □ ° ℏ ℓ ℜ ℑ ℵ ′ … … ⋯ ⋮ ⋱ ∴ ∵ ✓",
    ),
    **_each("langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack vert Vert", "⟨ ⟩ ⌊ ⌋ ⌈ ⌉ { } [ ] | ‖"),
    **_each(r"{ } % $ & # _ |", "{ } % $ & # _ ‖"),
}
"""Commands that stand for one character."""

BIG: dict[str, str] = _each(
    "sum prod coprod int iint iiint oint bigcup bigcap bigvee bigwedge bigoplus bigotimes",
    "∑ ∏ ∐ ∫ ∬ ∭ ∮ ⋃ ⋂ ⋁ ⋀ ⨁ ⨂",
)
"""Operators that grow and may have limits."""

FUNCTIONS = _set("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp arg deg dim hom ker")
"""Functions set upright."""

LIMITS = _set("lim limsup liminf max min sup inf det gcd Pr")
"""Functions whose subscript stands below them in a formula of its own line."""

ACCENTS: dict[str, str] = _each(
    "hat widehat bar vec dot ddot tilde widetilde check breve acute grave",
    "\u0302 \u0302 \u0304 \u20d7 \u0307 \u0308 \u0303 \u0303 \u030c \u0306 \u0301 \u0300",
)
"""Marks over a letter, as combining characters."""

LINES = _set("overline underline overbrace underbrace")
"""Lines and braces over or under a part."""

STYLES: dict[str, str] = _each(
    "mathrm mathit mathbf boldsymbol bm mathbb mathcal mathscr mathfrak mathsf mathtt",
    "upright italic bold bold-italic bold-italic bb cal cal frak sans mono",
)
"""Commands that set their part in other letters."""

TEXTS: dict[str, str] = _each("text textrm mbox textbf textit", "plain plain plain bold italic")
"""Commands whose part is words, not a formula."""

SPACES: dict[str, float] = {
    ",": 3 / 18, ":": 4 / 18, ">": 4 / 18, ";": 5 / 18, "!": -3 / 18, " ": 0.25, "quad": 1.0, "qquad": 2.0,
}  # fmt: skip
"""Spaces, in em."""

MATRICES: dict[str, tuple[str, str]] = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}  # fmt: skip
"""Environments of rows and columns, with the fences around them."""

CHARACTERS: dict[str, str] = {"-": "−", "*": "∗", "~": "\u00a0", "`": "‘"}
"""Characters that a formula shows as another."""

FENCES = frozenset("()[]|/{}‖⟨⟩⌊⌋⌈⌉↑↓")
"""What may stand after \\left and \\right."""
