"""What is worked out once is worked out once, also by many at a time, and forgotten in the order it was made."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from dashboard.once import Once


def test_an_answer_is_made_once_however_many_ask():
    asked, go = [], Event()

    def slow(key):
        asked.append(key)
        go.wait(5)
        return key * 2

    once = Once(slow, 4)
    with ThreadPoolExecutor(4) as readers:
        waiting = [readers.submit(once, 3) for _ in range(4)]
        go.set()
        assert [each.result() for each in waiting] == [6] * 4
    assert asked == [3]


def test_a_known_answer_does_not_wait_for_one_that_is_being_made():
    started, go = Event(), Event()

    def slow(key):
        if key == "slow":
            started.set()
            go.wait(5)
        return key

    once = Once(slow, 4)
    once("known")
    with ThreadPoolExecutor(1) as reader:
        waiting = reader.submit(once, "slow")
        assert started.wait(5)
        assert once("known") == "known"
        assert not waiting.done()
        go.set()


def test_the_oldest_is_forgotten_and_none_is_an_answer():
    asked = []
    once = Once(lambda key: asked.append(key), 2)
    for key in (1, 2, 1, 3, 2, 1):
        assert once(key) is None
    assert asked == [1, 2, 3, 1]


def test_it_may_call_itself():
    def down(key):
        return key + (once(key - 1) if key else 0)

    once = Once(down, 10)
    assert once(4) == 10
