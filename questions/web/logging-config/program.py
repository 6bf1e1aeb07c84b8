import logging
import logging.config

legacy = logging.getLogger("legacy")
logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {
        "class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short", "level": "WARNING",
    }},
    "loggers": {"shop": {"handlers": ["console"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["console"]},
})

pay = logging.getLogger("shop.pay")
pay.debug("card 42")
pay.info("paid")
pay.warning("low stock")
pay.error("no stock")
legacy.error("old code")
