"""Webhooks: what changes arrives signed and in order, whatever receivers do; what does not is tried again and kept."""

import base64
import hashlib
import hmac
import json
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from receivers import Receiver, misbehaving, receiving
from stores import ask

from schemas.changes import ChangeOut
from service import chores
from service.errors import NotFound, Undeliverable
from service.settings import read_settings
from service.store import changes, webhooks
from service.store.pool import open_pool
from service.store.webhooks import DeliveryConditions
from service.webhooks import deliver_due, new_secret, sending, signature
from service.webhooks.addresses import socket as looking_up
from service.webhooks.delivering import MOST_ATTEMPTS, pause
from service.webhooks.sending import Message, send

TEXT = '"The bridge is safe" said Ann Lee. "It never was" said Bob Ray.'
SETTINGS = replace(read_settings(), webhooks_private=True)
STRICT = replace(SETTINGS, webhooks_private=False)


class Clock:
    def __init__(self):
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def receiver():
    with receiving(Receiver()) as found:
        yield found


@pytest.fixture
def hook(pool):
    """Makes a webhook: hook(url, ...) -> its row, with its secret."""

    def made(url, *, kinds=(), events=(), after="0"):
        secret = new_secret()
        with pool.writing() as connection:
            row = webhooks.create(connection, url, secret, kinds=kinds, events=events, after=after, key_id="k")
        return row | {"secret": secret}

    return made


def told(receiver):
    return [item for _, body in receiver.got for item in json.loads(body)["items"]]


def feed(pool, **asked):
    with pool.reading() as connection:
        return json.loads(json.dumps(ChangeOut().dump(changes.find(connection, 200, **asked).items, many=True)))


def deliveries(pool, hook, **asked):
    with pool.reading() as connection:
        return webhooks.deliveries(connection, DeliveryConditions(hook["id"], **asked), 50).items


def deliver(pool, clock, settings=SETTINGS, **given):
    return deliver_due(pool, settings, now=clock, **given)


def test_what_changed_arrives_once_and_signed(pool, store, hook, receiver, clock):
    store(TEXT, url="https://example.org/1")
    made = hook(receiver.url)
    assert deliver(pool, clock) == 1
    ((headers, body),) = receiver.got
    assert told(receiver) == feed(pool)
    key = base64.b64decode(made["secret"].removeprefix("whsec_"))
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    signed = base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{signed}"
    assert int(headers["webhook-timestamp"]) == int(clock().timestamp())
    document = json.loads(body)
    assert (document["type"], document["webhook"], document["delivery"]) == (
        "changes", made["id"], headers["webhook-id"],
    )  # fmt: skip
    assert (document["after"], document["next"]) == ("0", document["items"][-1]["id"])
    assert deliver(pool, clock) == 0
    (delivery,) = deliveries(pool, made)
    assert (delivery["status"], delivery["answer"], delivery["attempts"]) == ("delivered", 204, 1)


def test_workers_deliver_beside_their_articles(pool, store, hook, receiver):
    store(TEXT, url="https://example.org/1")
    hook(receiver.url)
    with chores.beside(pool, SETTINGS, once=True):
        assert told(receiver) == feed(pool)


def test_the_signature_of_the_standard():
    """The example that the makers of Standard Webhooks give for their libraries."""
    secret, id, at = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
    assert signature(secret, id, at, b'{"test": 2432232314}') == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_it_begins_now_unless_told_otherwise_and_only_with_what_it_asks_for(pool, store, hook, receiver, clock):
    store(TEXT, url="https://example.org/1")
    hook(receiver.url, after=None, kinds=["quote"], events=["added"])
    assert deliver(pool, clock) == 0
    store(TEXT, url="https://example.org/2")
    deliver(pool, clock)
    assert told(receiver) == feed(pool, kinds=["quote"], events=["added"])[2:]
    store(TEXT, url="https://example.org/2", title="The bridge")  # of no concern
    assert deliver(pool, clock) == 0
    assert len(receiver.got) == 1


def test_many_changes_come_in_several_deliveries_and_in_order(pool, store, hook, receiver, clock, monkeypatch):
    monkeypatch.setattr(webhooks, "MOST_CHANGES", 4)
    for number in range(4):
        store(TEXT + " " * number, url=f"https://example.org/{number}")
    hook(receiver.url)
    assert deliver(pool, clock) == len(receiver.got) > 3
    assert told(receiver) == feed(pool)
    places = [(json.loads(body)["after"], json.loads(body)["next"]) for _, body in receiver.got]
    assert [after for after, _ in places] == ["0", *(until for _, until in places[:-1])]


def test_a_day_of_500_then_a_dead_letter_then_a_replay(pool, store, hook, clock):
    store(TEXT, url="https://example.org/1")
    began = clock()
    with receiving(Receiver(500)) as receiver:
        made = hook(receiver.url)
        while not deliveries(pool, made, status=("dead",)):
            assert deliver(pool, clock) == 1
            assert deliver(pool, clock) == 0  # not before it is due
            (delivery,) = deliveries(pool, made)
            clock.time = delivery["due_at"] or clock.time
        assert len(receiver.got) == MOST_ATTEMPTS == 13
        assert timedelta(hours=22) < clock() - began < timedelta(hours=24)
        assert {headers["webhook-id"] for headers, _ in receiver.got} == {delivery["id"]}
        assert (delivery["answer"], delivery["attempts"], delivery["reason"]) == (500, 13, "the answer was 500")
        receiver.status, receiver.got = 200, []
        store(TEXT, url="https://example.org/2")
        assert deliver(pool, clock) == 1  # what follows goes on
        with pool.writing() as connection:
            again = webhooks.replay(connection, made["id"], delivery["id"], clock())
            assert (again["status"], again["attempts"]) == ("due", 0)
        assert deliver(pool, clock) == 1
        later, first = (json.loads(body) for _, body in receiver.got)
        assert first["items"] + later["items"] == feed(pool)
        assert (first["after"], first["next"], first["delivery"]) == ("0", later["after"], delivery["id"])
        assert [each["status"] for each in deliveries(pool, made)] == ["delivered"] * 2


def test_what_follows_waits_for_what_is_tried_again(pool, store, hook, receiver, clock):
    receiver.status = 503
    store(TEXT, url="https://example.org/1")
    hook(receiver.url)
    deliver(pool, clock)
    store(TEXT, url="https://example.org/2")
    assert deliver(pool, clock) == 0
    receiver.status = 200
    clock.time += pause(1)
    assert deliver(pool, clock) == 2
    assert told(receiver)[: len(json.loads(receiver.got[0][1])["items"])] == json.loads(receiver.got[1][1])["items"]
    assert [each for _, body in receiver.got[1:] for each in json.loads(body)["items"]] == feed(pool)


def test_pauses_grow_up_to_hours():
    pauses = [pause(attempts).total_seconds() for attempts in range(1, MOST_ATTEMPTS)]
    assert pauses[:3] == [10, 30, 90]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 4 * 3600


def reason_of(pool, made):
    (delivery,) = deliveries(pool, made)
    assert (delivery["status"], delivery["attempts"]) == ("due", 1)
    return delivery["reason"]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status, pool, store, hook, receiver, clock):
    store(TEXT)
    with receiving(Receiver(status, {"Location": receiver.url})) as leading:
        made = hook(leading.url)
        deliver(pool, clock)
        assert reason_of(pool, made) == f"the answer was {status}; redirects are not followed"
        assert (len(leading.got), receiver.got) == (1, [])


def silent(connection, ended):
    ended.wait(30)


def dripping(connection, ended):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not ended.wait(0.02):
        connection.sendall(b"x")


def endless_headers(connection, ended):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not ended.is_set():
        connection.sendall(b"name: value\r\n" * 100)


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        pytest.param(silent, "no answer within", id="it hangs"),
        pytest.param(dripping, "no answer within", id="byte by byte, without end"),
        pytest.param(endless_headers, "no answer that is HTTP: HTTPException", id="headers without end"),
        pytest.param(lambda connection, _: connection.close(), "RemoteDisconnected", id="it hangs up"),
        pytest.param(
            lambda connection, _: connection.sendall(b"SSH-2.0-x\r\n"), "BadStatusLine", id="another protocol"
        ),
        pytest.param(lambda connection, _: connection.sendall(b"x" * 100_000), "LineTooLong", id="a line without end"),
    ],
)
def test_what_misbehaves_is_tried_again(behave, reason, pool, store, hook, clock, monkeypatch):
    monkeypatch.setattr(sending, "PATIENCE", 0.5)
    store(TEXT)
    with misbehaving(behave) as url:
        made = hook(url)
        deliver(pool, clock)
    assert reason in reason_of(pool, made)


def test_a_body_without_end_is_not_read(pool, store, hook, clock):
    def endless(connection, ended):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not ended.is_set():
            connection.sendall(b"x" * 65536)

    store(TEXT)
    with misbehaving(endless) as url:
        made = hook(url)
        deliver(pool, clock)
    assert [each["status"] for each in deliveries(pool, made)] == ["delivered"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://receiver.invalid/", "has no address", id="a name without an address"),
        pytest.param("http://127.0.0.1:{unused}/", "cannot be reached", id="nobody listens"),
        pytest.param("https://localhost:{port}/", "no trusted connection", id="no TLS there"),
    ],
)
def test_who_cannot_be_reached_is_tried_again(url, reason, pool, store, hook, clock):
    store(TEXT)
    with socket.create_server(("127.0.0.1", 0)) as gone:
        unused = gone.getsockname()[1]
    with misbehaving(lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")) as other:
        made = hook(url.format(unused=unused, port=other.split(":")[2].split("/")[0]))
        deliver(pool, clock)
        assert reason in reason_of(pool, made)


def test_private_addresses_are_refused_unless_the_setting_allows_them(pool, store, hook, receiver, clock):
    store(TEXT)
    made = hook(receiver.url)
    deliver(pool, clock, STRICT)
    assert reason_of(pool, made) == "127.0.0.1 is no public address"
    assert receiver.got == []
    clock.time += timedelta(minutes=1)
    deliver(pool, clock, SETTINGS)
    assert len(receiver.got) == 1


def test_a_name_is_looked_up_once_and_that_very_address_is_asked(receiver, monkeypatch):
    """Else it could name a public address when it is checked, and a private one when it is connected to."""
    real, asked = looking_up.getaddrinfo, []

    def once(host, *given, **more):
        asked.append(host)
        assert len(asked) == 1 or host == "127.0.0.1"  # create_connection asks what the address itself means
        return real("127.0.0.1" if host == "receiver.example" else host, *given, **more)

    monkeypatch.setattr(looking_up, "getaddrinfo", once)
    url = receiver.url.replace("127.0.0.1", "receiver.example")
    assert send(Message(url, {}, b"{}", private=True)) == 204
    assert receiver.got[0][0]["host"] == url.split("/")[2]
    assert asked.count("receiver.example") == 1
    asked.clear()
    with pytest.raises(Undeliverable, match="public"):
        send(Message(url, {}, b"{}", private=False))


def test_a_sender_that_is_killed_loses_nothing(pool, store, hook, receiver, clock):
    class Killed(BaseException):
        """As SIGKILL: nothing is noted."""

    def killed(message):
        send(message)
        raise Killed

    store(TEXT)
    made = hook(receiver.url)
    with pytest.raises(Killed):
        deliver(pool, clock, send=killed)
    assert deliver(pool, clock) == 0  # whoever has it may still be at it
    clock.time += timedelta(minutes=3)
    assert deliver(pool, clock) == 1
    first, second = receiver.got
    assert (first[0]["webhook-id"], first[1]) == (second[0]["webhook-id"], second[1])
    assert [each["status"] for each in deliveries(pool, made)] == ["delivered"]


def test_several_at_once_send_each_delivery_once_and_in_order(pool, store, hook, receiver, database_url, monkeypatch):
    monkeypatch.setattr(webhooks, "MOST_CHANGES", 3)
    for number in range(4):
        store(TEXT + " " * number, url=f"https://example.org/{number}")
    hook(receiver.url)

    def all_of_it(_):
        with closing(open_pool(database_url, size=1, wait=30, statement_timeout=30)) as own:
            return sum(iter(lambda: deliver_due(own, SETTINGS), 0))

    with ThreadPoolExecutor(3) as threads:
        attempts = sum(threads.map(all_of_it, range(3)))
    while deliver_due(pool, SETTINGS):
        attempts += 1
    assert len(receiver.got) >= attempts > 3
    assert told(receiver) == feed(pool)


def test_one_that_hangs_does_not_hold_up_the_others(pool, store, hook, receiver, clock, monkeypatch):
    monkeypatch.setattr(sending, "PATIENCE", 0.3)
    store(TEXT)
    with misbehaving(silent) as url:
        hook(url)
        hook(receiver.url)
        assert deliver(pool, clock) == 2
    assert told(receiver) == feed(pool)


def test_who_answers_is_told_while_others_hang(pool, store, hook, clock):
    told_of = Event()
    store(TEXT)
    for name in ("hangs", "hangs too", "answers"):
        hook(f"https://{name.replace(' ', '-')}.invalid/")

    def answer(message):
        if "hangs" in message.url:
            assert told_of.wait(30), "the last was not told before the first had answered"
        else:
            told_of.set()
        return 204

    assert deliver(pool, clock, send=answer) == 3


def test_a_round_ends_after_a_while(pool, store, hook, receiver, clock, monkeypatch):
    from service.webhooks import delivering

    monkeypatch.setattr(delivering, "_ROUND", -1.0)
    store(TEXT)
    hook(receiver.url)
    assert deliver(pool, clock) == 0


def test_a_test_is_tried_once_and_holds_no_changes(pool, store, hook, receiver, clock):
    made = hook(receiver.url, after=None)
    with pool.writing() as connection:
        webhooks.test(connection, made["id"], clock())
    assert deliver(pool, clock) == 1
    document = json.loads(receiver.got[0][1])
    assert (document["type"], document["items"], "next" in document) == ("test", [], False)
    receiver.status = 500
    with pool.writing() as connection:
        tried = webhooks.test(connection, made["id"], clock())
    deliver(pool, clock)
    assert [each["id"] for each in deliveries(pool, made, status=("dead",))] == [tried["id"]]
    with pool.writing() as connection, pytest.raises(NotFound):
        webhooks.replay(connection, made["id"], tried["id"], clock())


def test_what_was_delivered_is_forgotten_after_a_month_and_dead_letters_are_not(pool, store, hook, receiver, clock):
    store(TEXT)
    made = hook(receiver.url)
    deliver(pool, clock)
    receiver.status = 500
    with pool.writing() as connection:
        webhooks.test(connection, made["id"], clock())
    deliver(pool, clock)
    clock.time += timedelta(days=31)
    deliver(pool, clock)
    assert [each["status"] for each in deliveries(pool, made)] == ["dead"]


def test_a_webhook_that_is_removed_meanwhile_is_told_no_more(pool, store, hook, receiver, clock, database_url):
    def removed(message):
        with pool.writing() as connection:
            webhooks.delete(connection, made["id"])
        return send(message)

    store(TEXT)
    made = hook(receiver.url)
    assert deliver(pool, clock, send=removed) == 1
    assert ask(database_url, "SELECT * FROM webhook_deliveries") == []
    store(TEXT, url="https://example.org/1")
    assert deliver(pool, clock) == 0


def test_it_takes_no_connection_while_a_receiver_takes_its_time(database_url, store, hook, receiver, clock):
    with closing(open_pool(database_url, size=1, wait=1, statement_timeout=5)) as own:

        def looking(message):
            with own.reading() as connection:
                assert connection.execute("SELECT 1 AS one").fetchone() == {"one": 1}
            return send(message)

        store(TEXT)
        hook(receiver.url)
        assert deliver_due(own, SETTINGS, now=clock, send=looking) == 1
