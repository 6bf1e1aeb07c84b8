"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
import gc


def lent(pool, kept=None):
    """The connection of a new lease, which is kept if there is a list for it."""
    try:
        lease = pool.lease()
    except LookupError:
        return "LookupError"
    if kept is not None:
        kept.append(lease)
    return lease.connection


def one_at_a_time(answer):
    pool = answer.Pool(["c1"])
    lease = pool.lease()
    result = [lease.connection, lent(pool)]
    lease.close()
    return result + [lent(pool)]


def gone_at_once(answer):
    gc.disable()
    pool = answer.Pool(["c1"])
    lease = pool.lease()
    result = [lent(pool)]
    del lease
    return result + [lent(pool)]


def several(answer):
    pool, kept = answer.Pool(["c1", "c2", "c3"]), []
    return [sorted(lent(pool, kept) for _ in range(3)), lent(pool)]


def closed_twice(answer):
    pool, kept = answer.Pool(["c1"]), []
    lease = pool.lease()
    lease.close()
    lease.close()
    return [lent(pool, kept), lent(pool)]


def closed_and_forgotten(answer):
    pool, kept = answer.Pool(["c1"]), []
    lease = pool.lease()
    lease.close()
    del lease
    return [lent(pool, kept), lent(pool)]


def closed_and_then_used_by_others(answer):
    pool, kept = answer.Pool(["c1"]), []
    lease = pool.lease()
    lease.close()
    result = [lease.connection, lent(pool, kept)]
    lease.close()
    del lease
    gc.collect()
    return result + [lent(pool)]


def with_block(answer):
    pool = answer.Pool(["c1"])
    with pool.lease() as connection:
        pass
    return [connection, lent(pool)]


def with_and_an_exception(answer):
    pool, result = answer.Pool(["c1"]), []
    lease = pool.lease()
    try:
        with lease:
            raise ValueError
    except ValueError:
        result.append("ValueError")
    return result + [lent(pool)]


def in_a_cycle(answer):
    gc.disable()
    pool = answer.Pool(["c1"])
    box = [pool.lease()]
    box.append(box)
    result = [lent(pool)]
    del box
    gc.collect()
    return result + [lent(pool)]


def kept(answer):
    pool, leases = answer.Pool(["c1"]), []
    first = lent(pool, leases)
    gc.collect()
    return [first, lent(pool)]


def a_thousand_times(answer):
    pool = answer.Pool(["c1"])
    for _ in range(1000):
        lent(pool)
    return lent(pool)


def equal_connections(answer):
    pool, leases = answer.Pool([[], []]), []
    lent(pool, leases), lent(pool, leases)
    different = len({id(lease.connection) for lease in leases})
    leases[0].close()
    leases[0].close()
    other = leases[1].connection
    lent(pool, leases)
    return [different, other, lent(pool)]
