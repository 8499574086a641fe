"""A value worked out when it is first asked for, and kept: `functools.cached_property` without the lock of 3.11."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """Decorates a method without arguments of a class whose objects keep a `__dict__`."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, of: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, of: object, owner: type) -> T: ...

    def __get__(self, of: object | None, owner: type) -> once[T] | T:
        """The value; it stands in the object's `__dict__` from now on, which is looked into first."""
        if of is None:
            return self
        value = of.__dict__[self._name] = self._make(of)
        return value
