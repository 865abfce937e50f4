package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.medflow.harness.Authenticator;

/** Somebody who sets up an authenticator by pointing its camera at the screen. */
final class Enrolling {

  private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");

  private final Visitor visitor;

  Enrolling(Visitor visitor) {
    this.visitor = visitor;
  }

  /** From the picture at the door to the page behind it. */
  Authenticator throughTheDoor() {
    assertThat(visitor.at("qr")).isVisible();
    var phone = photograph();
    visitor.type("first", phone.next()).press("Enter");
    assertThat(visitor.at("recovery-codes").locator("li")).hasCount(10);
    visitor.id("goOn").press("Enter");
    return phone;
  }

  /** The app after it has seen the picture on the page. */
  Authenticator photograph() {
    var secret = SECRET.matcher(read(visitor.at("qr").locator("svg").screenshot()));
    if (!secret.find()) {
      throw new AssertionError("no secret in the picture");
    }
    return new Authenticator(secret.group(1));
  }

  List<String> recoveryCodes() {
    return visitor.at("recovery-codes").locator("li").allInnerTexts();
  }

  private static String read(byte[] png) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      int width = image.getWidth();
      int height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var source = new RGBLuminanceSource(width, height, pixels);
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (ReaderException unreadable) {
      throw new IllegalStateException("the picture cannot be read", unreadable);
    }
  }
}
