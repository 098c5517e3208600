"""What the tests of reading workbooks share: random values, and workbooks made on the spot."""
