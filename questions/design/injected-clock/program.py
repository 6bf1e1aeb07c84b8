import time

DAY = 24 * 60 * 60


class Coupon:
    def __init__(self, now=time.time):
        self.now = now
        self.issued = now()

    def valid(self):
        return self.now() - self.issued <= DAY


class HandTurnedClock:
    def __init__(self):
        self.seconds = 0

    def __call__(self):
        return self.seconds


clock = HandTurnedClock()
coupon = Coupon(clock)
print(coupon.valid())
clock.seconds += DAY
print(coupon.valid())
clock.seconds += 1
print(coupon.valid())
print(sum(c.valid() for c in (Coupon(), Coupon(clock), coupon)))
