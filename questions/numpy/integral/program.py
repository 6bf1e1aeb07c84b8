import numpy as np

integrate = getattr(np, "trapezoid", None) or np.trapz
x = np.linspace(0, 2 * np.pi, 100)
area = integrate(np.sin(x), x)

print(area == 0, np.isclose(area, 0))
print(integrate([0, 1, 4], [0, 1, 2]))
print(integrate([0, 1, 4], dx=0.5))
